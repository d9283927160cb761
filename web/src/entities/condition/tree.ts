/** Groups: how a tree is shown as groups that say when they hold, and made of them again. */
import { isComparison, type Comparison, type Condition } from './types';

export type Joiner = 'all' | 'any' | 'none' | 'notAll';

export interface Group {
  joiner: Joiner;
  parts: Condition[];
  /** Where its parts stand below the condition: `any/0` is `at` + number. */
  at: string;
}

/** As many groups within groups as a person can look through. */
export const MOST_LEVELS = 3;
export const MOST_PARTS = 20;

export function groupOf(condition: Condition): Group {
  if (isComparison(condition)) return { joiner: 'all', parts: [condition], at: '' };
  if ('all' in condition) return { joiner: 'all', parts: condition.all, at: 'all/' };
  if ('any' in condition) return { joiner: 'any', parts: condition.any, at: 'any/' };
  const inner = condition.not;
  if (isComparison(inner)) return { joiner: 'none', parts: [inner], at: 'not' };
  if ('any' in inner) return { joiner: 'none', parts: inner.any, at: 'not/any/' };
  if ('all' in inner) return { joiner: 'notAll', parts: inner.all, at: 'not/all/' };
  return { joiner: 'none', parts: [inner], at: 'not' };
}

export function makeGroup(joiner: Joiner, parts: Condition[]): Condition {
  switch (joiner) {
    case 'all':
      return { all: parts };
    case 'any':
      return { any: parts };
    case 'none':
      return { not: { any: parts } };
    case 'notAll':
      return { not: { all: parts } };
  }
}

/** Where the part of that number stands below its group's condition. */
export function placeOf({ at }: Group, number: number): string {
  return at === '' || at === 'not' ? at : `${at}${number}`;
}

/**
 * What the editor shows first. Of one group alone within "any" that group: a branch that has a single group, which is how
 * earlier releases stored it, needs no frame around it. `path` leads there.
 */
export function outermost(condition: Condition): { shown: Condition; path: string } {
  if (!isComparison(condition) && 'any' in condition && condition.any.length === 1) {
    const [only] = condition.any;
    if (only && !isComparison(only)) return { shown: only, path: 'any/0/' };
  }
  if (!isComparison(condition) && 'any' in condition && condition.any.length === 0)
    return { shown: { all: [] }, path: '' };
  return { shown: condition, path: '' };
}

export function comparisonsOf(condition: Condition): Comparison[] {
  if (isComparison(condition)) return [condition];
  return groupOf(condition).parts.flatMap(comparisonsOf);
}

/** The same without parts that `keeps` refuses and groups that are empty then; null if nothing is left. */
export function pruned(condition: Condition, keeps: (each: Comparison) => boolean): Condition | null {
  if (isComparison(condition)) return keeps(condition) ? condition : null;
  const { joiner, parts } = groupOf(condition);
  const kept = parts.map((part) => pruned(part, keeps)).filter((part) => part !== null);
  return kept.length > 0 ? makeGroup(joiner, kept) : null;
}

/** The parts that all must hold, for showing them one by one. */
export function conjuncts(condition: Condition | null): Condition[] {
  if (condition === null) return [];
  return !isComparison(condition) && 'all' in condition ? condition.all : [condition];
}

export function joined(parts: Condition[]): Condition | null {
  return parts.length > 0 ? { all: parts } : null;
}
