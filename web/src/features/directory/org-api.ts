/** The company's people and how they are organised. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Member = Schemas['DirectoryMember'];
export type Invitation = Schemas['DirectoryInvitation'];
export type Department = Schemas['DirectoryDepartment'];
export type Position = Schemas['DirectoryPosition'];
export type Role = Schemas['DirectoryRole'];

const PEOPLE = [['members'], ['departments'], ['roles'], ['me']];

export interface MemberFilters {
  search: string;
  department: string;
  state: string;
}

export function useMembers({ search, department, state }: MemberFilters) {
  return useList<Member>(['members', 'list', { search, department, state }], ({ cursor, signal }) =>
    api.get('/v1/members', {
      query: {
        ...(state === 'active' || state === 'inactive' ? { state } : {}),
        ...(search ? { search } : {}),
        ...(department ? { department_id: department } : {}),
        ...(cursor ? { cursor } : {}),
      },
      signal,
    }),
  );
}

export function useMember(memberId: string) {
  return useQuery({
    queryKey: ['members', 'one', memberId],
    queryFn: ({ signal }) => api.get('/v1/members/{member_id}', { params: { member_id: memberId }, signal }),
  });
}

export function useChangeMember(memberId: string) {
  return useSend(
    ({ body, version }: { body: Schemas['DirectoryMemberChange']; version: number }) =>
      api.put('/v1/members/{member_id}', { params: { member_id: memberId }, body, version }),
    { changes: PEOPLE, repeats: false },
  );
}

export function useChangeMe() {
  return useSend(
    ({ body, version }: { body: Schemas['DirectoryMeChange']; version: number }) =>
      api.put('/v1/me', { body, version }),
    { changes: PEOPLE, repeats: false },
  );
}

export function useDeactivate(memberId: string) {
  return useSend(
    (body: Schemas['DirectoryDeactivate'], key) =>
      api.post('/v1/members/{member_id}/deactivate', { params: { member_id: memberId }, body, key }),
    { changes: PEOPLE },
  );
}

export function useReactivate(memberId: string) {
  return useSend(
    (_: null, key) =>
      api.post('/v1/members/{member_id}/reactivate', { params: { member_id: memberId }, key }),
    { changes: PEOPLE },
  );
}

export function useInvitations(enabled: boolean) {
  return useQuery({
    queryKey: ['invitations'],
    queryFn: ({ signal }) => api.get('/v1/invitations', { signal }),
    enabled,
  });
}

export function useInvite() {
  return useSend((body: Schemas['DirectoryInvite'], key) => api.post('/v1/invitations', { body, key }), {
    changes: [['invitations'], ['me']],
  });
}

export function useResendInvitation() {
  return useSend(
    (invitationId: string, key) =>
      api.post('/v1/invitations/{invitation_id}/resend', { params: { invitation_id: invitationId }, key }),
    { changes: [['invitations']] },
  );
}

export function useRevokeInvitation() {
  return useSend(
    (invitationId: string) =>
      api.delete('/v1/invitations/{invitation_id}', { params: { invitation_id: invitationId } }),
    { changes: [['invitations']], repeats: false },
  );
}

export function useDepartments() {
  return useQuery({
    queryKey: ['departments', 'all'],
    queryFn: ({ signal }) => api.get('/v1/departments', { signal }),
    placeholderData: keepPreviousData,
  });
}

export interface DepartmentValues {
  name: string;
  parent_id?: string;
  /** The main one first. */
  head_ids?: string[];
}

/** Adds one without `before`; otherwise changes that one. */
export function useSaveDepartment() {
  return useSend(
    async ({ before, values }: { before: Department | null; values: DepartmentValues }, key) => {
      const { name, parent_id = '', head_ids = [] } = values;
      if (!before) return api.post('/v1/departments', { body: { name, parent_id, head_ids }, key });
      const body = before.parent_id === '' ? { name, head_ids } : { name, parent_id, head_ids };
      return api.put('/v1/departments/{department_id}', {
        params: { department_id: before.id },
        body,
        version: before.version,
      });
    },
    { changes: PEOPLE, repeats: false },
  );
}

export function useDropDepartment() {
  return useSend(
    ({ id, version }: Department) =>
      api.delete('/v1/departments/{department_id}', { params: { department_id: id }, version }),
    { changes: PEOPLE, repeats: false },
  );
}

export function usePositions() {
  return useQuery({
    queryKey: ['positions'],
    queryFn: ({ signal }) => api.get('/v1/positions', { signal }),
  });
}

export function useSavePosition() {
  return useSend(
    async ({ before, name }: { before: Position | null; name: string }, key) =>
      before
        ? api.put('/v1/positions/{position_id}', {
            params: { position_id: before.id },
            body: { name },
            version: before.version,
          })
        : api.post('/v1/positions', { body: { name }, key }),
    { changes: [['positions'], ['members']], repeats: false },
  );
}

export function useDropPosition() {
  return useSend(
    ({ id, version }: Position) =>
      api.delete('/v1/positions/{position_id}', { params: { position_id: id }, version }),
    { changes: [['positions']], repeats: false },
  );
}

export function useRoles() {
  return useQuery({
    queryKey: ['roles', 'all'],
    queryFn: ({ signal }) => api.get('/v1/roles', { signal }),
  });
}

export function useSaveRole() {
  return useSend(
    async ({ before, body }: { before: Role | null; body: Schemas['DirectoryRoleWrite'] }, key) =>
      before
        ? api.put('/v1/roles/{role_id}', { params: { role_id: before.id }, body, version: before.version })
        : api.post('/v1/roles', { body, key }),
    { changes: PEOPLE, repeats: false },
  );
}

export function useDropRole() {
  return useSend(
    ({ id, version }: Role) => api.delete('/v1/roles/{role_id}', { params: { role_id: id }, version }),
    { changes: [['roles']], repeats: false },
  );
}
