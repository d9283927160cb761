/** Names of people, departments and roles that stand in a condition or a flow; who was deactivated since is marked. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { useRegionName } from '@/entities/field/regions/regions';
import { departmentPath, useDepartments } from '@/entities/member/departments';
import { useMembers, useRoles } from '@/entities/member/names';

import type { Names } from './types';

/** Departments and roles are few and read all at once; members are read one by one, so they are named here. */
export function useNames(members: string[]): Names {
  const { t } = useTranslation('components');
  const roles = useRoles();
  const people = usePeopleNames(members);
  return useMemo(
    () => ({
      ...people,
      role: (id) => roles && (roles.find((role) => role.id === id)?.name ?? t('people.gone')),
    }),
    [people, roles, t],
  );
}

/** Without roles: what a list of records is asked never names one. */
export function usePeopleNames(members: string[]): Names {
  const { t } = useTranslation('components');
  const departments = useDepartments();
  const region = useRegionName();
  const people = useMembers(members);
  return useMemo(() => {
    const byId = new Map(people.flatMap((member) => (member ? [[member.id, member]] : [])));
    return {
      member: (id) => {
        const member = byId.get(id);
        return member && !member.active ? t('people.inactive', { name: member.name }) : member?.name;
      },
      role: () => undefined,
      region,
      department: (id) => departments && (departmentPath(departments, id) || t('people.gone')),
    };
  }, [people, departments, region, t]);
}
