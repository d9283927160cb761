/** What conditions mean by "my": ids, as far as this app can tell them. */
import { useMemo } from 'react';

import { useDepartments } from './departments';
import { useMember } from './names';

/** By the name of what is meant; undefined while it is not known, or cannot be. Without `wanted` nothing is asked. */
export function useActorIds(
  memberId: string,
  wanted: boolean,
): (name: string) => readonly string[] | undefined {
  const member = useMember(wanted ? memberId : '');
  const departments = useDepartments(wanted);
  return useMemo(() => {
    const own = member?.departments.map(({ department_id: id }) => id);
    const below = own && departments && within(departments, own);
    return (name) => (name === 'department' ? own : name === 'department_and_below' ? below : undefined);
  }, [member, departments]);
}

/** These departments and all below them. */
export function within(departments: { id: string; parent_id: string }[], ids: readonly string[]): string[] {
  const found = new Set(ids);
  let before = -1;
  while (before !== found.size) {
    before = found.size;
    for (const { id, parent_id: parent } of departments) if (found.has(parent)) found.add(id);
  }
  return [...found];
}
