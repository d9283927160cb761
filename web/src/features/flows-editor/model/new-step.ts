/** A step that was just added or copied: as complete as it can be without knowing the company. */
import { newId } from '@/lib/editing/ids';

import { withoutKey } from './keys';
import type { Arm, Branch, Condition, Step, StepType } from './types';

/** The words that a new step starts with. */
export interface Words {
  step: (type: StepType) => string;
  arm: (number: number) => string;
  copy: (name: string) => string;
}

/** Kept for as long as the flow lives: running approvals know their node by it. */
const stepId = () => newId('n');
const armId = () => newId('a');

/** Nothing asked yet: the first test is chosen in the editor of conditions. */
export const noCondition = (): Condition => ({ any: [{ all: [] }] });

/** An approval begins with the one whom most companies ask first. */
export function newStep(type: StepType, words: Words): Step {
  const common = { id: stepId(), name: words.step(type) };
  switch (type) {
    case 'approve':
      return { type, ...common, mode: 'any', approvers: [{ type: 'manager' }] };
    case 'cc':
      return { type, ...common, recipients: [{ type: 'member', members: [] }] };
    case 'branch':
      return { type, ...common, branches: [newArm(1, words)], default: { steps: [] } };
    case 'end':
      return { type, ...common, outcome: 'approved' };
  }
}

/** `number` is its place among the arms, counted from 1. */
export function newArm(number: number, words: Words): Arm {
  return { id: armId(), name: words.arm(number), condition: noCondition(), steps: [] };
}

/** With ids of its own, all the way down; only the outermost gets another name. */
export function copyOfStep(step: Step, words: Words): Step {
  return { ...anew(step), name: words.copy(step.name) };
}

export function copyOfArm(arm: Arm, words: Words): Arm {
  return { ...anewArm(arm), name: words.copy(arm.name) };
}

function anew(original: Step): Step {
  const step = withoutKey(original);
  if (step.type !== 'branch') return { ...step, id: stepId() };
  const copy: Branch = {
    ...step,
    id: stepId(),
    branches: step.branches.map(anewArm),
    default: { ...step.default, steps: step.default.steps.map(anew) },
  };
  return copy;
}

function anewArm(arm: Arm): Arm {
  return { ...arm, id: armId(), steps: arm.steps.map(anew) };
}
