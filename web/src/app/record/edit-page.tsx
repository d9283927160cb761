/** Changing a record, with the reason for which it came back. */
import { useParams } from 'react-router';

import { RecordRoundNote } from '@/features/flows/round-note';
import { EditPage } from '@/features/forms/records/edit-page';

export function Page() {
  const { recordId = '' } = useParams();
  return <EditPage key={recordId} recordId={recordId} reason={<RecordRoundNote recordId={recordId} />} />;
}
