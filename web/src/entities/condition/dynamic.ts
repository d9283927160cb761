/** Values that are looked up when the condition is asked, by the kinds that know them. */
import { isDynamic, isOwn, type Dynamic, type Kind, type Value } from './types';

// prettier-ignore
export const RELATIVES = [
  'today', 'yesterday', 'tomorrow', 'this_week', 'last_week', 'next_week', 'this_month', 'last_month', 'next_month',
  'this_quarter', 'last_quarter', 'next_quarter', 'this_year', 'last_year', 'next_year', 'last_days', 'next_days',
] as const;
const PEOPLE = ['me', 'subordinates'] as const;
const DEPARTMENTS = ['department', 'department_and_below'] as const;

export type DynamicName = (typeof RELATIVES)[number] | (typeof PEOPLE)[number] | (typeof DEPARTMENTS)[number];

const USUAL_DAYS = 7;
export const MOST_DAYS = 3660;

/** What a value of this kind can be beside a value itself. */
export function dynamicsFor(kind: Kind): readonly DynamicName[] {
  switch (kind) {
    case 'date':
    case 'datetime':
      return RELATIVES;
    case 'member':
    case 'members':
      return PEOPLE;
    case 'department':
    case 'departments':
      return DEPARTMENTS;
    default:
      return [];
  }
}

export function dynamicOf(name: DynamicName): Dynamic {
  if (name === 'me') return { me: true };
  if (name === 'subordinates' || name === 'department' || name === 'department_and_below')
    return { my: name };
  return isCounted(name) ? { relative: name, n: USUAL_DAYS } : { relative: name };
}

export function nameOf(value: Value | undefined): DynamicName | null {
  if (!isDynamic(value) || isOwn(value)) return null;
  if ('me' in value) return 'me';
  return ('my' in value ? value.my : value.relative) as DynamicName;
}

/** The last or the next so many days. */
export function isCounted(name: string): name is 'last_days' | 'next_days' {
  return name === 'last_days' || name === 'next_days';
}
