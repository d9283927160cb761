/** Why somebody is asked: the rule that named him, as the key of a sentence and what the sentence needs. */

/** What the rules leave behind; each has its own part of it. */
export interface Why {
  rule: string;
  /** 1 is the nearest: the direct manager, the department itself. */
  level?: number;
  role_id?: string;
  department_id?: string;
  field?: string;
  option?: string;
  member_id?: string;
  /** He stands in for the initiator, who would have had to approve his own record. */
  instead_of?: string;
  /** They decide for somebody who is away. */
  delegate_of?: string;
  /** He stands in for somebody who left. */
  successor_of?: string;
}

const RULES = [
  'member',
  'role',
  'initiator',
  'field',
  'choice',
  'assigned',
  'administrator',
  'copied_by',
] as const;
const LEVELLED = ['manager', 'department_head'] as const;

export type WhyKey = (typeof RULES)[number] | `${(typeof LEVELLED)[number]}${'' | '_above'}` | 'other';

export function whyKey({ rule, level = 1 }: Why): WhyKey {
  const levelled = LEVELLED.find((known) => known === rule);
  if (levelled) return level > 1 ? `${levelled}_above` : levelled;
  return RULES.find((known) => known === rule) ?? 'other';
}

/** How far up from where the rule starts: level 1 is the direct manager, but the department itself. */
export function levelsUp({ rule, level = 1 }: Why): number {
  return rule === 'department_head' ? level - 1 : level;
}
