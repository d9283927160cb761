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
  version: number;
  field: string;
  to: string;
  values: Record<string, unknown>;
  note: string;
}

export function useMove(recordId: string, onSuccess: () => void) {
  return useSend(
    ({ version, values, ...move }: Move, key) =>
      api.post('/v1/records/{record_id}/stage', {
        params: { record_id: recordId },
        body: { ...move, values: values as Record<string, never> },
        version,
        key,
      }),
    { changes: [['records'], ['runs', 'of', recordId]], onSuccess },
  );
}
