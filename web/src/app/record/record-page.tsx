/** A record with its way through approvals: two features on one page. */
import { useParams } from 'react-router';

import { RecordRuns } from '@/features/flows/record-runs';
import { RecordPage } from '@/features/forms/records/record-page';

const NEVER_SUBMITTED = ['draft', 'active'];

export function Page() {
  const { recordId = '' } = useParams();
  return (
    <RecordPage
      key={recordId}
      recordId={recordId}
      trail={({ id, state }, fields) => (
        <RecordRuns recordId={id} fields={fields} expected={!NEVER_SUBMITTED.includes(state)} />
      )}
    />
  );
}
