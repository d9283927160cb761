import { useMemo } from 'react';

import type { Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { useActorIds } from '@/entities/member/actor-ids';
import type { CalendarYear } from '@/lib/formula';

import type { Typed } from './input-state';
import type { Held } from './pulled/places';
import { planRules } from './rule-plan';
import { fieldsUnder, followRules, type Effects, type Rule, type Ruled } from './rules';

/** What the rules say of what is typed at this moment; the fields are the same objects while they say the same. */
export function useRules(
  fields: Field[],
  rules: readonly Rule[],
  typed: Typed,
  here: Circumstances,
  years: readonly CalendarYear[],
  stored: Held | undefined,
): Ruled & { fields: Field[] } {
  const language = useLabelLanguage();
  const plan = useMemo(() => planRules(fields, rules), [fields, rules]);
  const actorIds = useActorIds(here.memberId, plan.asksActor);
  const ruled = useMemo(
    () => followRules(fields, plan, typed, { here, language, years, actorIds, stored }),
    [fields, plan, typed, here, language, years, actorIds, stored],
  );
  const { hidden, required, readonly, filled } = ruled;
  const said = JSON.stringify({ hidden, required, readonly, filled });
  const shown = useMemo(() => fieldsUnder(fields, JSON.parse(said) as Effects), [fields, said]);
  return useMemo(() => ({ ...ruled, fields: shown }), [ruled, shown]);
}
