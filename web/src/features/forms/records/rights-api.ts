/** What rights to a record come to: masked values shown whole, and who sees it. */
import { queryOptions } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList, type List } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Reader = Schemas['FormsRecordReader'];

const PAGE = 20;

export function useReveal(recordId: string) {
  return useSend((field: string, key) =>
    api.post('/v1/records/{record_id}/reveal', { params: { record_id: recordId }, body: { field }, key }),
  );
}

export function useReaders(recordId: string): List<Reader> {
  return useList(['records', recordId, 'readers'], ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/readers', {
      params: { record_id: recordId },
      query: { limit: PAGE, cursor },
      signal,
    }),
  );
}

export const readerQuery = (recordId: string, memberId: string) =>
  queryOptions({
    queryKey: ['records', recordId, 'readers', memberId],
    queryFn: ({ signal }) =>
      api.get('/v1/records/{record_id}/readers', {
        params: { record_id: recordId },
        query: { member_id: memberId },
        signal,
      }),
    enabled: memberId !== '',
  });
