/**
 * Names of people, departments and roles for ids that stand in values and reasons. They rarely change, so they are read
 * once a while. Without an id nothing is asked.
 */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';

const FRESH_MS = 5 * 60_000;

export function useMemberName(memberId = ''): string | undefined {
  return useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => api.get('/v1/members/{member_id}', { params: { member_id: memberId }, signal }),
    staleTime: FRESH_MS,
    enabled: memberId !== '',
  }).data?.name;
}

export function useDepartmentName(departmentId = ''): string | undefined {
  const departments = useQuery({
    queryKey: ['departments', 'names'],
    queryFn: ({ signal }) => api.get('/v1/departments', { signal }),
    staleTime: FRESH_MS,
    enabled: departmentId !== '',
  });
  return departments.data?.items.find(({ id }) => id === departmentId)?.name;
}

export function useRoleName(roleId = ''): string | undefined {
  const roles = useQuery({
    queryKey: ['roles', 'names'],
    queryFn: ({ signal }) => api.get('/v1/roles', { signal }),
    staleTime: FRESH_MS,
    enabled: roleId !== '',
  });
  return roles.data?.items.find(({ id }) => id === roleId)?.name;
}
