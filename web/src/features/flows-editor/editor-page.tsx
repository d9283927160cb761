import { useParams } from 'react-router';

import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { usePublishedForm } from '@/entities/form/api';

import { useFlow } from './api';
import { Workbench } from './editor/workbench';

export function Page() {
  const { flowId = '' } = useParams();
  const flow = useFlow(flowId);
  const form = usePublishedForm(flow.data?.form_id ?? '');
  if (flow.data && form.data) return <Workbench key={flowId} flow={flow.data} form={form.data} />;
  const failed = [flow, form].find(({ error }) => error);
  if (failed?.error) return <ErrorState error={failed.error} again={() => void failed.refetch()} />;
  return <Skeleton rows={6} />;
}
