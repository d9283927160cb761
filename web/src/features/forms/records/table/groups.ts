/** Which records a group of a list holds, as a filter. Pure. */
import type { Condition } from '@/entities/condition/types';

import { daysFilter, lastDayOf, type Days } from '../calendar/month';
import { alsoHolding } from '../list-query';

/** `key` is the value that they share, null: none; where there are `days` the month, `2026-03`. */
export function groupFilter(
  condition: Condition | null,
  by: string,
  key: string | null,
  days: Days | null,
): Condition {
  if (key === null) return alsoHolding(condition, { field: by, op: 'empty' });
  if (days) return daysFilter(condition, days, `${key}-01`, lastDayOf(key));
  return alsoHolding(condition, { field: by, op: 'eq', value: key });
}
