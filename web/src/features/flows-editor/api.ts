/** Flows as builders use them. Drafts are saved by lib/editing/saver.ts, which calls what is here. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';

import { FLOWS } from '@/entities/flow/api';
import { FORMS } from '@/entities/form/api';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';
import type { Draft as SavedDraft, Saver } from '@/lib/editing/saver';
import { currentLanguage } from '@/lib/i18n/i18n';

import { inLanguage } from './model/step-names';
import { withChosenKeys } from './model/keys';
import type { Definition } from './model/types';

export type Draft = SavedDraft<Definition>;
export type Flow = Omit<Schemas['FlowsFlow'], 'definition'> & { definition: Definition };
export type FlowVersion = Omit<Schemas['FlowsFlowVersion'], 'definition'> & { definition: Definition };

/** The server has checked the shapes of what it answers. */
const flowOf = (answered: Schemas['FlowsFlow']) => withChosenKeys(answered as Flow);
const versionOf = (answered: Schemas['FlowsFlowVersion']) => withChosenKeys(answered as FlowVersion);
/** As it is read: what nobody has named yet, in the reader's language. What was just sent is answered as it was sent. */
function read<T extends { definition: Definition }>(answered: T): T {
  return { ...answered, definition: inLanguage(answered.definition, currentLanguage()) };
}
const bodyOf = (definition: Definition) => definition as Schemas['FlowsDefinition'];

export function useCreateFlow(onSuccess: (made: Flow) => void) {
  return useSend(
    async (definition: Definition, key) =>
      flowOf(await api.post('/v1/flows', { body: bodyOf(definition), key })),
    { changes: [FLOWS], onSuccess },
  );
}

/** What becomes stale when a flow starts or stops to be in use: forms say whether they have one. */
const inUse = (flowId: string) => [FLOWS, ['flow-versions', flowId], FORMS, ['me']];

export function useDisableFlow() {
  return useSend(
    (flowId: string, key) => api.post('/v1/flows/{flow_id}/disable', { params: { flow_id: flowId }, key }),
    { changes: (_, flowId) => inUse(flowId) },
  );
}

/** Read once for a session of editing: what is newer is met by the version when saving. */
export function useFlow(flowId: string) {
  return useQuery({
    queryKey: ['flow-draft', flowId],
    queryFn: async ({ signal }) =>
      read(flowOf(await api.get('/v1/flows/{flow_id}', { params: { flow_id: flowId }, signal }))),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

export const draftOf = ({ definition, version, updated_by }: Flow): Draft => ({
  definition,
  version,
  updatedBy: updated_by,
});

export async function getDraft(flowId: string): Promise<Draft> {
  return draftOf(read(flowOf(await api.get('/v1/flows/{flow_id}', { params: { flow_id: flowId } }))));
}

export async function putDraft(flowId: string, definition: Definition, version: number): Promise<Draft> {
  const params = { flow_id: flowId };
  return draftOf(flowOf(await api.put('/v1/flows/{flow_id}', { params, body: bodyOf(definition), version })));
}

/** Of the draft as it was saved last: another version has its own answer. */
export function useCheck(flowId: string, saver: Saver<Definition>, enabled = true) {
  const version = useSyncExternalStore(saver.subscribe, () => saver.version);
  return useQuery({
    queryKey: ['flow-check', flowId, version],
    queryFn: async ({ signal }) => ({
      version,
      ...(await api.post('/v1/flows/{flow_id}/check', { params: { flow_id: flowId }, signal })),
    }),
    placeholderData: (before) => before,
    enabled,
    staleTime: 30_000,
    gcTime: 60_000,
  });
}

export function usePublish(flowId: string, onSuccess: (flow: Flow) => void) {
  const client = useQueryClient();
  return useSend(
    async (version: number, key) => {
      const params = { flow_id: flowId };
      const { flow } = await api.post('/v1/flows/{flow_id}/publish', { params, version, key });
      return flowOf(flow);
    },
    {
      changes: inUse(flowId),
      onSuccess: (flow) => {
        client.removeQueries({ queryKey: ['flow-check', flowId] });
        onSuccess(flow);
      },
    },
  );
}

export function useVersions(flowId: string) {
  return useList<FlowVersion>(['flow-versions', flowId], async ({ cursor, signal }) => {
    const page = await api.get('/v1/flows/{flow_id}/versions', {
      params: { flow_id: flowId },
      query: { limit: 20, ...(cursor ? { cursor } : {}) },
      signal,
    });
    return { ...page, items: page.items.map((item) => read(versionOf(item))) };
  });
}

/** A published version never changes. None for 0, which is before the first. */
export function useVersion(flowId: string, version: number) {
  return useQuery({
    queryKey: ['flow-version', flowId, version],
    queryFn: async ({ signal }) =>
      read(
        versionOf(
          await api.get('/v1/flows/{flow_id}/versions/{version}', {
            params: { flow_id: flowId, version: String(version) },
            signal,
          }),
        ),
      ),
    enabled: version > 0,
    staleTime: Infinity,
  });
}
