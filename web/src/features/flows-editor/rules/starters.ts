/** Who may start a flow: ids by kind; an empty list is everybody. */
import type { Names, Starters } from '../model/types';

import { memberNames, NAMED, type Words } from './rule-words';

export type StarterKind = Starters[number]['type'];

const KINDS: readonly StarterKind[] = ['department', 'role', 'member'];

/** A kind may stand there more than once. */
export function idsOf(starters: Starters, kind: StarterKind): string[] {
  return [...new Set(starters.filter(({ type }) => type === kind).flatMap(({ ids }) => ids))];
}

/** One entry for each kind that names somebody. */
export function withIds(starters: Starters, kind: StarterKind, ids: string[]): Starters {
  return KINDS.map((type) => ({ type, ids: type === kind ? ids : idsOf(starters, type) })).filter(
    (entry) => entry.ids.length > 0,
  );
}

/** "销售部、角色“经理”、张三" */
export function startersText(starters: Starters, { t, names }: { t: Words['t']; names: Names }): string {
  if (starters.length === 0) return t('rules.starters.everyone');
  const members = idsOf(starters, 'member');
  const parts = [
    ...idsOf(starters, 'department').map((id) => names.department(id) ?? '…'),
    ...idsOf(starters, 'role').map((id) => t('rules.starters.role', { role: names.role(id) ?? '…' })),
    ...(members.length > 0 ? [memberNames(members, { t, names })] : []),
  ];
  return parts.join(t('rules.comma'));
}

/** Members whose names the text needs. */
export function namedStarters(starters: Starters): string[] {
  return idsOf(starters, 'member').slice(0, NAMED);
}
