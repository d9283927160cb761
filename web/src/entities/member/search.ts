/**
 * Colleagues by the beginning of a name or an e-mail address; without one, the first of them. `everybody` finds those
 * who have left, too.
 */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

const SHOWN = 20;

export function useColleagues(
  search: string,
  everybody = false,
): { found: Schemas['DirectoryMember'][]; busy: boolean } {
  const wanted = useDeferredValue(search.trim());
  const query = useQuery({
    queryKey: ['members', 'search', wanted, everybody],
    queryFn: ({ signal }) =>
      api.get('/v1/members', {
        query: { ...(everybody ? {} : { state: 'active' }), search: wanted, limit: SHOWN },
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  return { found: query.data?.items ?? [], busy: query.isFetching };
}
