/**
 * Two people saved the same flow. Each step and each arm is looked at by itself, wherever it stands: what only one of
 * them changed, moved, added or deleted stays as he wants it; where they want different things, somebody has to say.
 */
import { mergeOrder, mergeParts, sideOf, type Side } from '@/lib/editing/merge';
import { same } from '@/lib/editing/same';

import { around, flatten, rebuild, TOP, type Piece, type Pieces } from './flatten';
import type { Definition } from './types';

export const FLOW_PARTS = ['name', 'description', 'initiators', 'withdraw', 'summary'] as const;
export type FlowPart = (typeof FLOW_PARTS)[number];

export type Clash =
  | { key: string; part: FlowPart }
  /** A step or an arm by its name; `gone` is who deleted it, `theirName` how they call it if I call it otherwise. */
  | { key: string; name: string; gone?: Side; theirName?: string };

export interface Merged {
  definition: Definition;
  clashes: Clash[];
}

interface Sides {
  base: Pieces;
  mine: Pieces;
  theirs: Pieces;
}

/** `choices` answers clashes by their key; without an answer mine stays. */
export function merge(
  base: Definition,
  mine: Definition,
  theirs: Definition,
  choices: Record<string, Side> = {},
): Merged {
  const clashes: Clash[] = [];
  const clash = (found: Clash): Side => {
    clashes.push(found);
    return choices[found.key] ?? 'mine';
  };
  const parts = mergeParts({ base, mine, theirs }, FLOW_PARTS, (part) => clash({ key: `@${part}`, part }));
  const sides = { base: flatten(base), mine: flatten(mine), theirs: flatten(theirs) };
  const kept = settle(sides, clash);
  place(kept, sides);
  const steps = rebuild([...kept.values()], (lane, ids) => order(lane, ids, sides));
  return { definition: { form_id: mine.form_id, ...parts, steps }, clashes };
}

/** Which pieces stay, each as the one who changed it wants it. */
function settle(sides: Sides, clash: (found: Clash) => Side): Map<string, Piece> {
  const kept = new Map<string, Piece>();
  const gone = new Map<string, boolean>();
  for (const id of new Set([...sides.mine.keys(), ...sides.theirs.keys()])) {
    const [was, here, there] = [sides.base.get(id), sides.mine.get(id), sides.theirs.get(id)];
    if (here && there) {
      const own = sideOf({ base: was?.own, mine: here.own, theirs: there.own });
      const lane = sideOf({ base: was?.lane, mine: here.lane, theirs: there.lane });
      const chosen = own && lane ? 'mine' : clash(clashOf(id, here, there));
      kept.set(id, {
        ...here,
        own: (own ?? chosen) === 'mine' ? here.own : there.own,
        lane: (lane ?? chosen) === 'mine' ? here.lane : there.lane,
      });
      continue;
    }
    const piece = here ?? there;
    if (piece && !isGone(id)) kept.set(id, piece);
  }
  return kept;

  /** Of a piece that one side does not have. What went with the thing around it has the fate of that. */
  function isGone(id: string): boolean {
    const known = gone.get(id);
    if (known !== undefined) return known;
    const mineHasIt = sides.mine.has(id);
    const [keeper, other] = mineHasIt ? [sides.mine, sides.theirs] : [sides.theirs, sides.mine];
    const piece = keeper.get(id);
    const was = sides.base.get(id);
    let answer = false;
    const within = piece && around(piece.lane);
    if (within && !other.has(within) && keeper.has(within)) answer = isGone(within);
    else if (piece && was) {
      const untouched = same(piece.whole, was.whole) && piece.lane === was.lane;
      const found = { key: id, name: piece.own.name, gone: mineHasIt ? 'theirs' : 'mine' } as const;
      answer = untouched || (clash(found) === 'mine') !== mineHasIt;
    }
    gone.set(id, answer);
    return answer;
  }
}

function clashOf(key: string, here: Piece, there: Piece): Clash {
  const name = here.own.name;
  return there.own.name === name ? { key, name } : { key, name, theirName: there.own.name };
}

/** A piece whose arm is gone goes where the other side has it, else to the end of the flow. */
function place(kept: Map<string, Piece>, { mine, theirs }: Sides): void {
  for (const [id, piece] of kept) {
    const lanes = [piece, mine.get(id), theirs.get(id)].flatMap((each) => each?.lane ?? []);
    const there = lanes.find((lane) => {
      const within = around(lane);
      return within === null || kept.has(within);
    });
    kept.set(id, { ...piece, lane: there ?? TOP });
  }
}

function order(lane: string, ids: string[], sides: Sides): string[] {
  const of = (known: Pieces) =>
    [...known.keys()].filter((id) => ids.includes(id) && known.get(id)?.lane === lane);
  const merged = mergeOrder({ base: of(sides.base), mine: of(sides.mine), theirs: of(sides.theirs) });
  return [...merged, ...ids.filter((id) => !merged.includes(id))];
}
