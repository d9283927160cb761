/** Who decides while I am away. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type Delegation = Schemas['DirectoryDelegation'];

const KEY = ['me', 'delegations'];

export function useDelegations() {
  return useQuery({ queryKey: KEY, queryFn: ({ signal }) => api.get('/v1/me/delegations', { signal }) });
}

export function useDelegate() {
  return useSend(
    (body: Schemas['DirectoryDelegationCreate'], key) => api.post('/v1/me/delegations', { body, key }),
    { changes: [KEY] },
  );
}

export function useEndDelegation() {
  return useSend(
    ({ id, version }: Delegation) =>
      api.delete('/v1/me/delegations/{delegation_id}', { params: { delegation_id: id }, version }),
    { changes: [KEY], repeats: false },
  );
}
