/** The stages of a record: where it stands, where it may go, and where it has been. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type RecordStages = Schemas['FormsRecordStages'];
export type StageState = RecordStages['fields'][number];
export type StageMove = RecordStages['items'][number];

const PAGE = 20;

export function useStages(recordId: string, wanted: boolean) {
  return useQuery({
    queryKey: ['records', recordId, 'stages'],
    queryFn: ({ signal }) =>
      api.get('/v1/records/{record_id}/stages', {
        params: { record_id: recordId },
        query: { limit: 1 },
        signal,
      }),
    enabled: wanted,
  });
}

export function useStageMoves(recordId: string) {
  return useList<StageMove>(['records', recordId, 'stages', 'moves'], ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/stages', {
      params: { record_id: recordId },
      query: { limit: PAGE, cursor },
      signal,
    }),
  );
}

interface Move {
  field: string;
  to: string;
  values: Record<string, unknown>;
  note: string;
}

export function moveRecord(
  record: { id: string; version: number },
  { values, ...move }: Move,
  key?: string,
): Promise<Schemas['FormsRecord']> {
  return api.post('/v1/records/{record_id}/stage', {
    params: { record_id: record.id },
    body: { ...move, values: values as Record<string, never> },
    version: record.version,
    ...(key === undefined ? {} : { key }),
  });
}

export function useMove(recordId: string, onSuccess: () => void) {
  return useSend(
    ({ version, ...move }: Move & { version: number }, key) =>
      moveRecord({ id: recordId, version }, move, key),
    { changes: [['records'], ['runs', 'of', recordId]], onSuccess },
  );
}
