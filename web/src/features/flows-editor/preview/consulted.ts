/** What decides the path: fields that a flow looks at, and those from which their formulas are computed. */
import { evaluationOrder } from '@/entities/entry/evaluation-order';
import type { Field } from '@/entities/field/definition';

import { hasArms, type Arm, type Branch, type Step } from '../model/types';
import { moduleOf } from '../nodes/registry';
import { moduleOf as ruleModuleOf } from '../rules/rule-types';

/** Every step, also those inside of branches. */
export function everyStep(steps: Step[]): Step[] {
  return steps.flatMap((step) =>
    hasArms(step)
      ? [step, ...everyStep(step.branches.flatMap((arm) => arm.steps)), ...everyStep(step.default.steps)]
      : [step],
  );
}

/** Ids of fields, in no order. */
export function consulted(steps: Step[], fields: Field[]): Set<string> {
  const order = evaluationOrder(fields);
  const seen = new Set<string>();
  const look = (path: string) => {
    if (seen.has(path)) return;
    seen.add(path);
    order.filter((step) => step.path === path).forEach(({ needs }) => needs.forEach(look));
  };
  everyStep(steps).flatMap(lookedAt).forEach(look);
  return new Set([...seen].map((path) => path.split('.')[0] ?? path));
}

function lookedAt(step: Step): string[] {
  const { rules, reads } = moduleOf(step);
  const read = (rules?.(step) ?? []).flatMap((rule) => ruleModuleOf(rule).fieldOf?.(rule) ?? []);
  return [...read, ...(reads?.(step) ?? [])];
}

/** The arm that a preview names; undefined is the default arm. */
export function armTaken(branch: Branch, name: string): Arm | undefined {
  return branch.branches.find((arm) => arm.name === name);
}
