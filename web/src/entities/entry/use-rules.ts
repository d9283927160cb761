import { useMemo } from 'react';

import type { Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import type { CalendarYear } from '@/lib/formula';

import type { Typed } from './input-state';
import { followRules, ruleSteps, type Rule, type Ruled } from './rules';

/** What the rules say of what is typed at this moment. */
export function useRules(
  fields: Field[],
  rules: readonly Rule[],
  typed: Typed,
  { today }: Circumstances,
  years: readonly CalendarYear[],
): Ruled {
  const language = useLabelLanguage();
  const conditions = useMemo(() => ruleSteps(fields, rules), [fields, rules]);
  return useMemo(
    () => followRules(fields, rules, conditions, typed, today, language, years),
    [fields, rules, conditions, typed, today, language, years],
  );
}
