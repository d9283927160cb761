/** Departments by their place in the company. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

const FRESH_MS = 60_000;

export function useDepartments(wanted = true): Schemas['DirectoryDepartment'][] | undefined {
  return useQuery({
    queryKey: ['departments'],
    queryFn: ({ signal }) => api.get('/v1/departments', { signal }),
    staleTime: FRESH_MS,
    enabled: wanted,
  }).data?.items;
}

/** 销售中心 / 华东销售部: two departments may have the same name, but not in the same place. The root stands for itself. */
export function departmentPath(departments: Schemas['DirectoryDepartment'][], departmentId: string): string {
  const names: string[] = [];
  let next = departments.find(({ id }) => id === departmentId);
  while (next && names.length < departments.length) {
    const { name, parent_id } = next;
    if (parent_id !== '' || names.length === 0) names.unshift(name);
    next = departments.find(({ id }) => id === parent_id);
  }
  return names.join(' / ');
}
