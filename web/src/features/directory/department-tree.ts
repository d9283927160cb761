/** The flat list of departments as a tree, in the order in which it is read from top to bottom. */
import type { Department } from './org-api';

export interface Branch {
  department: Department;
  /** 0 for the root. */
  depth: number;
  /** Names from below the root down to this one; the root's own name for the root. */
  path: string;
  /** Has departments below it. */
  parent: boolean;
}

/** Siblings keep the order of the list. One whose parent is not in the list stands at the top. */
export function branchesOf(departments: Department[]): Branch[] {
  const known = new Set(departments.map(({ id }) => id));
  const below = new Map<string, Department[]>();
  for (const department of departments) {
    const parent = known.has(department.parent_id) ? department.parent_id : '';
    below.set(parent, [...(below.get(parent) ?? []), department]);
  }
  const walk = (parent: string, depth: number, above: string): Branch[] =>
    (below.get(parent) ?? []).flatMap((department) => {
      const path = above ? `${above} / ${department.name}` : department.name;
      const branch = { department, depth, path, parent: below.has(department.id) };
      return [branch, ...walk(department.id, depth + 1, depth === 0 ? '' : path)];
    });
  return walk('', 0, '');
}

/** The branches a department may be moved below: all but itself and what is below it. */
export function placesFor(branches: Branch[], departmentId: string): Branch[] {
  const at = branches.findIndex(({ department }) => department.id === departmentId);
  const own = branches[at];
  if (!own) return branches;
  const next = branches.findIndex(({ depth }, index) => index > at && depth <= own.depth);
  const end = next === -1 ? branches.length : next;
  return [...branches.slice(0, at), ...branches.slice(end)];
}
