/**
 * Two people saved the same draft. From what both started with, each field that only one of them touched keeps his
 * change; where both touched the same thing, somebody has to say whose it is. Nothing is dropped without being named.
 */
import type { Definition, Field } from '@/lib/forms/definition';

import { same } from './same';

const FORM_PARTS = ['name', 'description', 'title', 'list', 'access'] as const;
export type FormPart = (typeof FORM_PARTS)[number];
export type Side = 'mine' | 'theirs';

/** Touched by both in different ways. For a field, a side that is missing has deleted it. */
export type Clash =
  { key: string; part: FormPart } | { key: string; mine: Field | undefined; theirs: Field | undefined };

export interface Merged {
  definition: Definition;
  clashes: Clash[];
}

/** `choices` answers clashes by their key; without an answer mine stays. */
export function merge(
  base: Definition,
  mine: Definition,
  theirs: Definition,
  choices: Record<string, Side> = {},
): Merged {
  const clashes: Clash[] = [];
  const side = (key: string) => choices[key] ?? 'mine';

  const parts: Partial<Record<FormPart, unknown>> = {};
  for (const part of FORM_PARTS) {
    let kept: unknown = mine[part];
    if (same(mine[part], base[part])) kept = theirs[part];
    else if (!same(theirs[part], base[part]) && !same(mine[part], theirs[part])) {
      const key = `@${part}`;
      clashes.push({ key, part });
      if (side(key) === 'theirs') kept = theirs[part];
    }
    if (kept !== undefined) parts[part] = kept;
  }

  const before = byId(base.fields);
  const ours = byId(mine.fields);
  const others = byId(theirs.fields);
  const chosen = (id: string): Field | undefined => {
    const [was, here, there] = [before.get(id), ours.get(id), others.get(id)];
    if (same(here, was)) return there;
    if (same(there, was) || same(here, there)) return here;
    clashes.push({ key: id, mine: here, theirs: there });
    return side(id) === 'mine' ? here : there;
  };
  const fields = order(base.fields, mine.fields, theirs.fields).flatMap((id) => chosen(id) ?? []);
  return { definition: { ...parts, fields } as Definition, clashes };
}

/** My order if I moved something, else theirs; what only the other list has comes behind its neighbour there. */
function order(base: Field[], mine: Field[], theirs: Field[]): string[] {
  const moved = !same(common(mine, base), common(base, mine));
  const [leading, other] = moved ? [mine, theirs] : [theirs, mine];
  const ids = leading.map(({ id }) => id);
  other.forEach(({ id }, index) => {
    if (ids.includes(id)) return;
    const neighbour = other[index - 1]?.id;
    ids.splice(neighbour === undefined ? 0 : ids.indexOf(neighbour) + 1, 0, id);
  });
  return ids;
}

function common(list: Field[], other: Field[]): string[] {
  const known = byId(other);
  return list.filter(({ id }) => known.has(id)).map(({ id }) => id);
}

function byId(fields: Field[]): Map<string, Field> {
  return new Map(fields.map((field) => [field.id, field]));
}
