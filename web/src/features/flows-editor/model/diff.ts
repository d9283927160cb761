/** What makes one version of a flow different from another, node by node. */
import { same } from '@/lib/editing/same';

import { around, flatten, type Piece, type Pieces } from './flatten';
import { FLOW_PARTS, type FlowPart } from './merge';
import type { Definition } from './types';

/** What can change of a step or an arm while it stays what it is. */
const PARTS = [
  'name',
  'approvers',
  'recipients',
  'mode',
  'same_as_initiator',
  'empty',
  'due_hours',
  'outcome',
  'default',
  'condition',
] as const;
export type Part = (typeof PARTS)[number];

export type Difference =
  | { is: 'flow'; part: FlowPart }
  /** Only the outermost of what came or went together. */
  | { is: 'added' | 'removed' | 'moved'; piece: Piece }
  | { is: 'changed'; part: Part; before: Piece; after: Piece };

export function differences(before: Definition, after: Definition): Difference[] {
  const [was, now] = [flatten(before), flatten(after)];
  const flow = FLOW_PARTS.filter((part) => !same(before[part], after[part])).map((part): Difference => ({
    is: 'flow',
    part,
  }));
  const moved = movedIn(was, now);
  const nodes = [...now.values()].flatMap((piece): Difference[] => {
    const earlier = was.get(piece.id);
    if (!earlier) return isOutermost(piece, was) ? [{ is: 'added', piece }] : [];
    const parts = PARTS.filter((part) => !same(partOf(earlier, part), partOf(piece, part)));
    return [
      ...(moved.has(piece.id) ? [{ is: 'moved', piece } as const] : []),
      ...parts.map((part): Difference => ({ is: 'changed', part, before: earlier, after: piece })),
    ];
  });
  const removed = [...was.values()]
    .filter(({ id }) => !now.has(id))
    .filter((piece) => isOutermost(piece, now))
    .map((piece): Difference => ({ is: 'removed', piece }));
  return [...flow, ...nodes, ...removed];
}

/** Of a piece that the other version does not have: whether that has the thing around it. */
function isOutermost({ lane }: Piece, other: Pieces): boolean {
  const within = around(lane);
  return within === null || other.has(within);
}

export function partOf({ own }: Piece, part: Part): unknown {
  return (own as Partial<Record<Part, unknown>>)[part];
}

/** In another lane than before, or among its old neighbours at another place: as few as explain the new order. */
function movedIn(was: Pieces, now: Pieces): Set<string> {
  const moved = new Set(
    [...now.values()].filter(({ id, lane }) => was.has(id) && was.get(id)?.lane !== lane).map(({ id }) => id),
  );
  const stayed = (of: Pieces, lane: string) =>
    [...of.values()].filter((piece) => piece.lane === lane && !moved.has(piece.id)).map(({ id }) => id);
  for (const lane of new Set([...now.values()].map((piece) => piece.lane))) {
    const before = stayed(was, lane).filter((id) => now.has(id));
    const after = stayed(now, lane).filter((id) => was.has(id));
    const kept = longestInOrder(after.map((id) => before.indexOf(id)));
    for (const id of after) if (!kept.has(before.indexOf(id))) moved.add(id);
  }
  return moved;
}

/** The largest choice of the numbers that is in order as it stands. */
function longestInOrder(numbers: number[]): Set<number> {
  const runs: number[][] = [];
  numbers.forEach((number, index) => {
    const before = runs.slice(0, index).filter((run) => (run.at(-1) ?? -1) < number);
    const longest = before.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []);
    runs.push([...longest, number]);
  });
  return new Set(runs.reduce<number[]>((best, run) => (run.length > best.length ? run : best), []));
}
