/**
 * Two people saved the same draft: the steps of bringing both together that every kind of draft needs. What only one of
 * them touched keeps his change; where both touched the same thing differently, somebody has to say whose it is.
 */
import { same } from './same';

export type Side = 'mine' | 'theirs';

interface Sides<T> {
  base: T;
  mine: T;
  theirs: T;
}

/** Whose it is by itself; null if both changed it in different ways. */
export function sideOf({ base, mine, theirs }: Sides<unknown>): Side | null {
  if (same(mine, base)) return 'theirs';
  if (same(theirs, base) || same(mine, theirs)) return 'mine';
  return null;
}

/** Each part by itself. `clash` says whose it is where both changed it, and hears of it that way. */
export function mergeParts<T extends object, K extends keyof T & string>(
  sides: Sides<T>,
  parts: readonly K[],
  clash: (part: K) => Side,
): Pick<T, K> {
  const { base, mine, theirs } = sides;
  const kept: Partial<Pick<T, K>> = {};
  for (const part of parts) {
    const side = sideOf({ base: base[part], mine: mine[part], theirs: theirs[part] }) ?? clash(part);
    const value = sides[side][part];
    if (value !== undefined) kept[part] = value;
  }
  return kept as Pick<T, K>;
}

/** My order if I moved something, else theirs; what only the other list has comes behind its neighbour there. */
export function mergeOrder({ base, mine, theirs }: Sides<string[]>): string[] {
  const moved = !same(common(mine, base), common(base, mine));
  const [leading, other] = moved ? [mine, theirs] : [theirs, mine];
  const ids = [...leading];
  other.forEach((id, index) => {
    if (ids.includes(id)) return;
    const neighbour = other[index - 1];
    ids.splice(neighbour === undefined ? 0 : ids.indexOf(neighbour) + 1, 0, id);
  });
  return ids;
}

function common(list: string[], other: string[]): string[] {
  return list.filter((id) => other.includes(id));
}
