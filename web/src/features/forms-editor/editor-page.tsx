import { useParams } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';

import { useDraft } from './api';
import { Workbench } from './editor/workbench';

export function Page() {
  const { formId = '' } = useParams();
  const draft = useDraft(formId);
  if (draft.data) return <Workbench key={formId} draft={draft.data} />;
  if (draft.error) return <ErrorState error={draft.error} again={() => void draft.refetch()} />;
  return <Skeleton rows={6} />;
}
