/** The changes that a builder makes to a flow. Pure: each returns a new definition, or the same if nothing fits. */
import {
  DEEPEST,
  DEFAULT_ARM,
  depthOf,
  findBranch,
  findStep,
  reach,
  stepsIn,
  walk,
  type ArmPlace,
  type Lane,
} from './tree';
import { hasArms } from './types';
import type { Arm, Branch, Definition, Step } from './types';

/** Every list of steps, from the inside out, as `edit` wants it. */
function mapLanes(steps: Step[], edit: (steps: Step[], lane: Lane) => Step[], lane: Lane = null): Step[] {
  const inner = steps.map((step) => (hasArms(step) ? mapBranch(step, edit) : step));
  const unchanged = inner.every((step, index) => step === steps[index]);
  return edit(unchanged ? steps : inner, lane);
}

function mapBranch(branch: Branch, edit: (steps: Step[], lane: Lane) => Step[]): Branch {
  const inside = (steps: Step[], arm: string) => mapLanes(steps, edit, { branch: branch.id, arm });
  const branches = branch.branches.map((arm) => {
    const steps = inside(arm.steps, arm.id);
    return steps === arm.steps ? arm : { ...arm, steps };
  });
  const steps = inside(branch.default.steps, DEFAULT_ARM);
  if (steps === branch.default.steps && branches.every((arm, index) => arm === branch.branches[index])) {
    return branch;
  }
  return { ...branch, branches, default: { ...branch.default, steps } };
}

const sameLane = (one: Lane, other: Lane) => one?.branch === other?.branch && one?.arm === other?.arm;

function inLane(definition: Definition, at: Lane, edit: (steps: Step[]) => Step[]): Definition {
  const steps = mapLanes(definition.steps, (each, lane) => (sameLane(lane, at) ? edit(each) : each));
  return steps === definition.steps ? definition : { ...definition, steps };
}

export function replaceStep(definition: Definition, id: string, next: Step): Definition {
  const steps = mapLanes(definition.steps, (each) =>
    each.some((step) => step.id === id) ? each.map((step) => (step.id === id ? next : step)) : each,
  );
  return { ...definition, steps };
}

export function insertStep(definition: Definition, lane: Lane, index: number, step: Step): Definition {
  return inLane(definition, lane, (steps) => [...steps.slice(0, index), step, ...steps.slice(index)]);
}

export function removeStep(definition: Definition, id: string): Definition {
  const steps = mapLanes(definition.steps, (each) =>
    each.some((step) => step.id === id) ? each.filter((step) => step.id !== id) : each,
  );
  return { ...definition, steps };
}

/** Whether the step may stand in the lane: not within itself, and not deeper than branches may be nested. */
export function fits(definition: Definition, id: string, lane: Lane): boolean {
  const step = findStep(definition, id)?.step;
  if (!step) return false;
  if (lane && [...walk([step])].some(({ step: inside }) => inside.id === lane.branch)) return false;
  return depthOf(definition, lane) + reach(step) <= DEEPEST;
}

/** `index` is counted with the step still at its old place. */
export function moveStep(definition: Definition, id: string, lane: Lane, index: number): Definition {
  const found = findStep(definition, id);
  if (!found || !fits(definition, id, lane)) return definition;
  const here = sameLane(found.lane, lane);
  if (here && (index === found.index || index === found.index + 1)) return definition;
  const at = here && index > found.index ? index - 1 : index;
  return insertStep(removeStep(definition, id), lane, at, found.step);
}

export type Direction = 'up' | 'down' | 'left' | 'right';

/**
 * One place on. Up and down go through the flow as it is read: past the neighbour, or into it if it is a branch, and at
 * the end of an arm out of its branch. Left and right go to the arm beside it.
 */
export function nudge(definition: Definition, id: string, direction: Direction): Definition {
  const found = findStep(definition, id);
  if (!found) return definition;
  const { lane, index } = found;
  if (direction === 'left' || direction === 'right') {
    return lane ? toArmBeside(definition, id, lane, direction === 'left' ? -1 : 1) : definition;
  }
  const down = direction === 'down';
  const neighbour = stepsIn(definition, lane)[index + (down ? 1 : -1)];
  if (neighbour) {
    const into = hasArms(neighbour) ? enter(definition, id, neighbour, down) : null;
    return into ?? moveStep(definition, id, lane, down ? index + 2 : index - 1);
  }
  const around = lane && findStep(definition, lane.branch);
  return around ? moveStep(definition, id, around.lane, around.index + (down ? 1 : 0)) : definition;
}

/** Into the first arm: from above to its beginning, from below to its end. null if that is too deep. */
function enter(definition: Definition, id: string, branch: Branch, fromAbove: boolean): Definition | null {
  const lane = { branch: branch.id, arm: branch.branches[0]?.id ?? DEFAULT_ARM };
  if (!fits(definition, id, lane)) return null;
  return moveStep(definition, id, lane, fromAbove ? 0 : stepsIn(definition, lane).length);
}

function toArmBeside(definition: Definition, id: string, lane: ArmPlace, by: number): Definition {
  const branch = findBranch(definition, lane.branch);
  const arms = [...(branch?.branches.map((arm) => arm.id) ?? []), DEFAULT_ARM];
  const arm = arms[arms.indexOf(lane.arm) + by];
  if (arm === undefined) return definition;
  const to = { branch: lane.branch, arm };
  return moveStep(definition, id, to, stepsIn(definition, to).length);
}

// -- arms

function inBranch(definition: Definition, id: string, edit: (branch: Branch) => Branch): Definition {
  const branch = findBranch(definition, id);
  return branch ? replaceStep(definition, id, edit(branch)) : definition;
}

export function replaceArm(definition: Definition, { branch, arm }: ArmPlace, next: Arm): Definition {
  return inBranch(definition, branch, (found) => ({
    ...found,
    branches: found.branches.map((each) => (each.id === arm ? next : each)),
  }));
}

/** Stands at `index` among the arms with a condition; at their end if missing. */
export function insertArm(definition: Definition, branch: string, arm: Arm, index?: number): Definition {
  return inBranch(definition, branch, (found) => {
    const at = index ?? found.branches.length;
    return { ...found, branches: [...found.branches.slice(0, at), arm, ...found.branches.slice(at)] };
  });
}

/** Without its last condition a branch is none: what stands in the default arm takes its place. */
export function removeArm(definition: Definition, { branch, arm }: ArmPlace): Definition {
  const found = findStep(definition, branch);
  if (!found || !hasArms(found.step)) return definition;
  const { step } = found;
  const branches = step.branches.filter(({ id }) => id !== arm);
  if (branches.length > 0) return replaceStep(definition, branch, { ...step, branches });
  return inLane(definition, found.lane, (steps) =>
    steps.flatMap((each) => (each.id === branch ? step.default.steps : [each])),
  );
}

/** `by` places on among the arms with a condition: they are tried in order. */
export function moveArm(definition: Definition, { branch, arm }: ArmPlace, by: number): Definition {
  return inBranch(definition, branch, (found) => {
    const from = found.branches.findIndex(({ id }) => id === arm);
    const moved = found.branches[from];
    const to = from + by;
    if (!moved || to < 0 || to >= found.branches.length) return found;
    const rest = found.branches.filter(({ id }) => id !== arm);
    return { ...found, branches: [...rest.slice(0, to), moved, ...rest.slice(to)] };
  });
}
