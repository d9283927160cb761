/**
 * Names of people, departments and roles for ids that stand in values and reasons. They rarely change, so they are read
 * once a while. Without an id nothing is asked.
 */
import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

import { useDepartments } from './departments';

const FRESH_MS = 5 * 60_000;

export function useMember(memberId = ''): Schemas['DirectoryMember'] | undefined {
  return useQuery({ ...memberQuery(memberId), enabled: memberId !== '' }).data;
}

/** Several at once; in the order of the ids, undefined while unknown. */
export function useMembers(memberIds: string[]): (Schemas['DirectoryMember'] | undefined)[] {
  return useQueries({ queries: memberIds.map(memberQuery), combine: dataOf });
}

function memberQuery(memberId: string) {
  return queryOptions({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => api.get('/v1/members/{member_id}', { params: { member_id: memberId }, signal }),
    staleTime: FRESH_MS,
  });
}

function dataOf<T>(results: { data: T | undefined }[]): (T | undefined)[] {
  return results.map(({ data }) => data);
}

export function useMemberName(memberId = ''): string | undefined {
  return useMember(memberId)?.name;
}

export function useDepartmentName(departmentId = ''): string | undefined {
  const departments = useDepartments(departmentId !== '');
  return departments?.find(({ id }) => id === departmentId)?.name;
}

export function useRoles(wanted = true): Schemas['DirectoryRole'][] | undefined {
  return useQuery({
    queryKey: ['roles', 'names'],
    queryFn: ({ signal }) => api.get('/v1/roles', { signal }),
    staleTime: FRESH_MS,
    enabled: wanted,
  }).data?.items;
}

export function useRoleName(roleId = ''): string | undefined {
  return useRoles(roleId !== '')?.find(({ id }) => id === roleId)?.name;
}
