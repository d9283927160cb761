/** Names of people, departments, roles and records that stand in a condition or a flow; who was deactivated is marked. */
import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { linkedQuery, stateOf } from '@/entities/field/linked/links';
import { useRegionName } from '@/entities/field/regions/regions';
import { departmentPath, useDepartments } from '@/entities/member/departments';
import { useMembers, useRoles } from '@/entities/member/names';

import type { Named } from './text';
import type { Names } from './types';

/** Departments and roles are few and read all at once; members and records are read one by one, so they are named here. */
export function useNames(named: Named): Names {
  const { t } = useTranslation('components');
  const roles = useRoles();
  const others = useNamesWithoutRoles(named);
  return useMemo(
    () => ({
      ...others,
      role: (id) => roles && (roles.find((role) => role.id === id)?.name ?? t('people.gone')),
    }),
    [others, roles, t],
  );
}

/** What a list of records is asked never names a role. */
export function useNamesWithoutRoles(named: Named): Names {
  const { t } = useTranslation('components');
  const departments = useDepartments();
  const region = useRegionName();
  const people = useMembers(named.members);
  const titles = useTitles(named.records);
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
      record: (id) => titles.get(id),
    };
  }, [people, departments, region, titles, t]);
}

function useTitles(ids: string[]): Map<string, string> {
  const { t } = useTranslation('components');
  const found = useQueries({ queries: ids.map(linkedQuery), combine: dataOf });
  return useMemo(() => {
    const known = found.filter((each) => each !== undefined);
    return new Map(
      known.map(({ id, linked }) => {
        const { state, title } = stateOf(id, linked);
        const shown = title || t('linked.untitled');
        if (state === 'hidden' || state === 'gone') return [id, t(`linked.${state}`)];
        return [id, state === 'deleted' ? t('linked.deleted', { title: shown }) : shown];
      }),
    );
  }, [found, t]);
}

function dataOf<T>(results: { data: T | undefined }[]): (T | undefined)[] {
  return results.map(({ data }) => data);
}
