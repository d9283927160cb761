/**
 * Where things stand in a flow: steps in lanes, a lane being the flow itself or an arm of a branch. Looking only; the
 * changes are in `changes.ts`.
 */
import { hasArms, isEnd } from './types';
import type { Arm, Branch, Definition, Step } from './types';

/** An arm of a branch by its id; '' is the default arm. */
export interface ArmPlace {
  branch: string;
  arm: string;
}

/** null is the flow itself. */
export type Lane = ArmPlace | null;

/** What can be selected and set up: a step, or an arm. */
export type Spot = { step: string } | ArmPlace;

export const DEFAULT_ARM = '';

/** The server's own limits. */
export const MOST_STEPS = 100;
export const DEEPEST = 5;
export const MOST_ARMS = 20;

export const sameSpot = (one: Spot | null, other: Spot | null): boolean => keyOf(one) === keyOf(other);

/** One text for each spot; '' for none. */
export function keyOf(spot: Spot | null): string {
  if (!spot) return '';
  return 'step' in spot ? spot.step : `${spot.branch}/${spot.arm}`;
}

/** The arms of a branch in their order, the default arm last. */
export function armsOf(branch: Branch): { arm: string; steps: Step[]; given: Arm | null }[] {
  return [
    ...branch.branches.map((given) => ({ arm: given.id, steps: given.steps, given })),
    { arm: DEFAULT_ARM, steps: branch.default.steps, given: null },
  ];
}

export interface Found {
  step: Step;
  lane: Lane;
  index: number;
  /** 1 in the flow itself. */
  depth: number;
}

/** Every step in reading order, each before what is inside it. */
export function* walk(steps: Step[], lane: Lane = null, depth = 1): Generator<Found> {
  for (const [index, step] of steps.entries()) {
    yield { step, lane, index, depth };
    if (!hasArms(step)) continue;
    for (const { arm, steps: inside } of armsOf(step)) {
      yield* walk(inside, { branch: step.id, arm }, depth + 1);
    }
  }
}

export function findStep({ steps }: Definition, id: string): Found | undefined {
  for (const found of walk(steps)) if (found.step.id === id) return found;
  return undefined;
}

export function findBranch(definition: Definition, id: string): Branch | undefined {
  const step = findStep(definition, id)?.step;
  return step && hasArms(step) ? step : undefined;
}

export function findArm(definition: Definition, { branch, arm }: ArmPlace): Arm | undefined {
  return findBranch(definition, branch)?.branches.find(({ id }) => id === arm);
}

export function stepsIn(definition: Definition, lane: Lane): Step[] {
  if (!lane) return definition.steps;
  const branch = findBranch(definition, lane.branch);
  if (!branch) return [];
  return armsOf(branch).find(({ arm }) => arm === lane.arm)?.steps ?? [];
}

/** Whether the spot is still there. */
export function isThere(definition: Definition, spot: Spot): boolean {
  if ('step' in spot) return findStep(definition, spot.step) !== undefined;
  if (spot.arm === DEFAULT_ARM) return findBranch(definition, spot.branch) !== undefined;
  return findArm(definition, spot) !== undefined;
}

/** How many steps stand in it, with all that is inside. */
export function countSteps(steps: Step[]): number {
  return [...walk(steps)].length;
}

/** How deep a step reaches into itself: 0, unless it is a branch with steps in it. */
export function reach(step: Step): number {
  return Math.max(0, ...[...walk([step])].map(({ depth }) => depth - 1));
}

export function depthOf(definition: Definition, lane: Lane): number {
  return lane ? (findStep(definition, lane.branch)?.depth ?? 0) + 1 : 1;
}

/** Nothing can come after these: the last of them ends the flow, in every arm if it is a branch. */
export function isEnded(steps: Step[]): boolean {
  const last = steps.at(-1);
  if (!last) return false;
  if (isEnd(last)) return true;
  return hasArms(last) && armsOf(last).every(({ steps: inside }) => isEnded(inside));
}

/** The lanes around a spot, outermost first, as the arms that have to be open for it to be in sight. */
export function armsAround(definition: Definition, spot: Spot): ArmPlace[] {
  const own = 'step' in spot ? findStep(definition, spot.step)?.lane : spot;
  if (!own) return [];
  return [...armsAround(definition, { step: own.branch }), own];
}
