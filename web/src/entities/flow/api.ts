/** The company's flows, for those who build them. */
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';

export type FlowEntry = Schemas['FlowsFlowEntry'];

export const FLOWS = ['flows'];

export function useFlows() {
  return useList<FlowEntry>(FLOWS, ({ cursor, signal }) =>
    api.get('/v1/flows', { query: { limit: 100, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

/** The one in use; else a draft that somebody has begun for the form. */
export function flowOf(flows: FlowEntry[], form: { id: string; flow_id: string }): FlowEntry | undefined {
  return (
    flows.find(({ id }) => id === form.flow_id) ??
    flows.find(({ form_id, status }) => form_id === form.id && status === 'draft')
  );
}

/** Where a flow for a form is designed: the one there is, or a new one. */
export function flowPlace(flow: FlowEntry | undefined, formId: string): string {
  return flow ? `/manage/flows/${flow.id}` : `/manage/flows?form=${formId}`;
}
