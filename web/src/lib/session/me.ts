/** Who is signed in: read once per page load, kept fresh, and the source of every "may he see this". */
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

export type Me = Schemas['DirectoryMe'];

export type Permission =
  | 'company.manage'
  | 'members.manage'
  | 'roles.manage'
  | 'forms.build'
  | 'flows.build'
  | 'records.read_all'
  | 'webhooks.manage'
  | 'audit.read';

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => api.get('/v1/me', { signal }),
  staleTime: 60_000,
});

/** Only below the signed-in part of the app, which has loaded it. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}
