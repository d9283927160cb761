/** The fields of the record that is being filled in that a condition over other records compares with. */
import { comparisonsOf } from './tree';
import { isOwn, type Condition } from './types';

export function ownFields(condition: Condition | undefined): string[] {
  if (!condition) return [];
  const named = comparisonsOf(condition).flatMap(({ value }) =>
    [value].flat().flatMap((each) => (isOwn(each) ? [each.field] : [])),
  );
  return [...new Set(named)];
}
