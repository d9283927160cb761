/** Stored records, as every page that shows one reads them. */
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

export type StoredRecord = Schemas['FormsRecord'];

export function recordQuery(recordId: string) {
  return queryOptions({
    queryKey: ['records', recordId],
    queryFn: ({ signal }) => api.get('/v1/records/{record_id}', { params: { record_id: recordId }, signal }),
  });
}

export function useRecord(recordId: string) {
  return useQuery(recordQuery(recordId));
}
