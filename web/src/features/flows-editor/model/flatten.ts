/** A flow taken apart: each step and each arm by itself, with the lane that it stands in; and put together again. */
import { hasArms } from './types';
import type { Arm, Branch, Definition, Step } from './types';

export interface Piece {
  id: string;
  /** Without what is inside. */
  own: Omit<Step, 'branches'> | Omit<Arm, 'steps'>;
  lane: string;
  /** With everything inside. */
  whole: Step | Arm;
}

/** In reading order. */
export type Pieces = Map<string, Piece>;

/** The flow itself. */
export const TOP = '#steps';
const armsIn = (branch: string) => `${branch}#arms`;
const stepsIn = (piece: string) => `${piece}#steps`;
const defaultIn = (branch: string) => `${branch}#default`;
const armKey = (branch: string, arm: string) => `${branch}/${arm}`;

/** The piece that the lane is in; null for the flow itself. */
export const around = (lane: string): string | null => lane.slice(0, lane.indexOf('#')) || null;

export function flatten({ steps }: Definition): Pieces {
  const found: Pieces = new Map();
  takeApart(steps, TOP, found);
  return found;
}

function takeApart(steps: Step[], lane: string, found: Pieces): void {
  for (const step of steps) {
    if (!hasArms(step)) {
      found.set(step.id, { id: step.id, own: step, lane, whole: step });
      continue;
    }
    const { branches, default: otherwise, ...rest } = step;
    const { steps: usual, ...named } = otherwise;
    found.set(step.id, { id: step.id, own: { ...rest, default: named } as Piece['own'], lane, whole: step });
    for (const arm of branches) {
      const { steps: inside, ...own } = arm;
      const id = armKey(step.id, arm.id);
      found.set(id, { id, own, lane: armsIn(step.id), whole: arm });
      takeApart(inside, stepsIn(id), found);
    }
    takeApart(usual, defaultIn(step.id), found);
  }
}

/** `order` says in which order the pieces of a lane stand. What two moves have put into each other goes to the end. */
export function rebuild(all: Piece[], order: (lane: string, ids: string[]) => string[]): Step[] {
  const known = new Map(all.map((piece) => [piece.id, piece]));
  const left = new Set(known.keys());

  const take = (lane: string): Piece[] => {
    const ids = [...left].filter((id) => known.get(id)?.lane === lane);
    for (const id of ids) left.delete(id);
    return order(lane, ids).flatMap((id) => known.get(id) ?? []);
  };
  const steps = (lane: string): Step[] => take(lane).map(stepOf);
  const armOf = ({ id, own }: Piece): Arm => ({ ...(own as Arm), steps: steps(stepsIn(id)) });
  const stepOf = ({ id, own }: Piece): Step => {
    // Its arms have been taken out; the way for all others has not.
    if (!('default' in own)) return own as Step;
    const branch = own as Branch;
    return {
      ...branch,
      branches: take(armsIn(id)).map(armOf),
      default: { ...branch.default, steps: steps(defaultIn(id)) },
    };
  };

  const built = steps(TOP);
  for (const id of left) {
    const piece = known.get(id);
    left.delete(id);
    if (piece && 'type' in piece.own) built.push(stepOf(piece));
  }
  return built;
}
