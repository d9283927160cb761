/** A step that was just added or copied: as complete as it can be without knowing the company. */
import { newId } from '@/lib/editing/ids';

import { nodeModule } from '../nodes/registry';

import { withoutKey } from './keys';
import { armId } from './new-arm';
import { hasArms, type Arm, type Branch, type Step, type StepType } from './types';

/** The words that a new step starts with. */
export interface Words {
  step: (type: StepType) => string;
  arm: (number: number) => string;
  copy: (name: string) => string;
}

/** Kept for as long as the flow lives: running approvals know their node by it. */
const stepId = () => newId('n');

export function newStep(type: StepType, words: Words): Step {
  return nodeModule(type).create({ id: stepId(), name: words.step(type) }, words);
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
  if (!hasArms(step)) return { ...step, id: stepId() };
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
