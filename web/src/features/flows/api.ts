/** Runs and the four lists of a member. An act on a run changes all of them, so it makes all of them stale. */
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList, type List } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Run = Schemas['FlowsRun'];
export type Task = Run['path'][number]['tasks'][number];
export type TrailEntry = Schemas['FlowsTrailEntry'];
export type Todo = Schemas['FlowsTodo'];
export type Done = Schemas['FlowsDone'];
export type Started = Schemas['FlowsStarted'];
export type Copied = Schemas['FlowsCopied'];
export type Summary = Todo['summary'];

const PAGE = 30;

export function runQuery(runId: string) {
  return queryOptions({
    queryKey: ['runs', runId],
    queryFn: ({ signal }) => api.get('/v1/runs/{run_id}', { params: { run_id: runId }, signal }),
  });
}

export const runChanges = (runId: string) => [
  ['runs', runId],
  ['runs', 'of'],
  ['todos'],
  ['done'],
  ['started'],
  ['cc'],
  ['records'],
];

/** Every run that a record went through, the newest first. */
export function useRunsOfRecord(recordId: string): List<Run> {
  return useList(['runs', 'of', recordId], ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/runs', {
      params: { record_id: recordId },
      query: { limit: PAGE, cursor },
      signal,
    }),
  );
}

/** Values that differ from the round before, with both sides. */
export function useChanges(run: Pick<Run, 'id' | 'changed'> | undefined, wanted: boolean) {
  const runId = run?.id ?? '';
  return useQuery({
    queryKey: ['runs', runId, 'changes'],
    queryFn: ({ signal }) => api.get('/v1/runs/{run_id}/changes', { params: { run_id: runId }, signal }),
    enabled: wanted && run !== undefined && run.changed.length > 0,
    staleTime: Infinity,
  }).data;
}

export function useTrail(runId: string): List<TrailEntry> {
  return useList(['runs', runId, 'trail'], ({ cursor, signal }) =>
    api.get('/v1/runs/{run_id}/trail', { params: { run_id: runId }, query: { limit: 100, cursor }, signal }),
  );
}

export function useTodos(formId = '', limit = PAGE): List<Todo> {
  return useList(['todos', formId, limit], ({ cursor, signal }) =>
    api.get('/v1/todos', { query: { form_id: formId, limit, cursor }, signal }),
  );
}

/** How many wait, under the key of the lists: what makes them stale makes it stale. */
export const todoCountQuery = queryOptions({
  queryKey: ['todos', 'count'],
  queryFn: ({ signal }) => api.get('/v1/todos/count', { signal }),
  staleTime: 30_000,
});

export function useDone(formId: string): List<Done> {
  return useList(['done', formId], ({ cursor, signal }) =>
    api.get('/v1/done', { query: { form_id: formId, limit: PAGE, cursor }, signal }),
  );
}

export function useStarted(formId = '', limit = PAGE): List<Started> {
  return useList(['started', formId, limit], ({ cursor, signal }) =>
    api.get('/v1/started', { query: { form_id: formId, limit, cursor }, signal }),
  );
}

export function useCopied(formId = '', limit = PAGE): List<Copied> {
  return useList(['cc', formId, limit], ({ cursor, signal }) =>
    api.get('/v1/cc', { query: { form_id: formId, limit, cursor }, signal }),
  );
}

type Deciding = { runId: string; task: string } & Schemas['FlowsDecision'];

export function useDecide(onSuccess: (run: Run, sent: Deciding) => void) {
  return useSend(
    ({ runId, task, ...body }: Deciding, key) =>
      api.post('/v1/runs/{run_id}/tasks/{task}/decide', { params: { run_id: runId, task }, body, key }),
    { changes: (_, { runId }) => runChanges(runId), onSuccess },
  );
}

export function useWithdraw(runId: string, onSuccess: () => void) {
  return useSend(
    (reason: string, key) =>
      api.post('/v1/runs/{run_id}/withdraw', { params: { run_id: runId }, body: { reason }, key }),
    { changes: runChanges(runId), onSuccess },
  );
}

export function useComment(runId: string, onSuccess: () => void) {
  return useSend(
    (text: string, key) =>
      api.post('/v1/runs/{run_id}/comments', { params: { run_id: runId }, body: { text }, key }),
    { changes: [['runs', runId]], onSuccess },
  );
}

export function useCopyTo(runId: string, onSuccess: () => void) {
  return useSend(
    (members: string[], key) =>
      api.post('/v1/runs/{run_id}/cc', { params: { run_id: runId }, body: { members }, key }),
    { changes: [['runs', runId], ['cc']], onSuccess },
  );
}

export function useMarkRead() {
  return useSend(
    (runId: string, key) => api.post('/v1/cc/{run_id}/read', { params: { run_id: runId }, key }),
    { changes: (_, runId) => [['runs', runId], ['cc']] },
  );
}
