/** Names of people, departments and roles that stand in a flow; a member who was deactivated since is marked. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { departmentPath, useDepartments } from '@/entities/member/departments';
import { useMembers, useRoles } from '@/entities/member/names';

import type { Names } from '../model/types';

/** Departments and roles are few and read all at once; members are read one by one, so they are named here. */
export function useNames(members: string[]): Names {
  const { t } = useTranslation('components');
  const departments = useDepartments();
  const roles = useRoles();
  const people = useMembers(members);
  return useMemo(() => {
    const byId = new Map(people.flatMap((member) => (member ? [[member.id, member]] : [])));
    return {
      member: (id) => {
        const member = byId.get(id);
        return member && !member.active ? t('people.inactive', { name: member.name }) : member?.name;
      },
      role: (id) => roles && (roles.find((role) => role.id === id)?.name ?? t('people.gone')),
      department: (id) => departments && (departmentPath(departments, id) || t('people.gone')),
    };
  }, [people, departments, roles, t]);
}
