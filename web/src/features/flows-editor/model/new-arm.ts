/** An arm that was just added. */
import { newId } from '@/lib/editing/ids';

import type { Words } from './new-step';
import type { Arm, Condition } from './types';

export const armId = () => newId('a');

/** Nothing asked yet: the first test is chosen in the editor of conditions. */
export const noCondition = (): Condition => ({ any: [{ all: [] }] });

/** `number` is its place among the arms, counted from 1. */
export function newArm(number: number, words: Words): Arm {
  return { id: armId(), name: words.arm(number), condition: noCondition(), steps: [] };
}
