/** Names of people and departments for ids that stand in values. They rarely change, so they are read once a while. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';

const FRESH_MS = 5 * 60_000;

export function useMemberName(memberId: string): string | undefined {
  return useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => api.get('/v1/members/{member_id}', { params: { member_id: memberId }, signal }),
    staleTime: FRESH_MS,
  }).data?.name;
}

export function useDepartmentName(departmentId: string): string | undefined {
  const departments = useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => api.get('/v1/departments', { signal }),
    staleTime: FRESH_MS,
  });
  return departments.data?.items.find(({ id }) => id === departmentId)?.name;
}
