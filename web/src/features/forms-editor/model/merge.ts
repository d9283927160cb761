/**
 * Two people saved the same draft. From what both started with, each field that only one of them touched keeps his
 * change; where both touched the same thing, somebody has to say whose it is. Nothing is dropped without being named.
 */
import type { Field } from '@/entities/field/definition';
import type { Definition } from '@/entities/form/definition';
import { tidied } from '@/entities/form/editing/layout-changes';
import { mergeOrder, mergeParts, sideOf, type Side } from '@/lib/editing/merge';

const FORM_PARTS = [
  'name',
  'description',
  'title',
  'list',
  'icon',
  'color',
  'access',
  'approval',
  'balances',
  'rules',
  'layout',
  'duplicates',
  'unique_together',
] as const;
export type FormPart = (typeof FORM_PARTS)[number];

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

  const parts = mergeParts({ base, mine, theirs }, FORM_PARTS, (part) => {
    const key = `@${part}`;
    clashes.push({ key, part });
    return side(key);
  });

  const before = byId(base.fields);
  const ours = byId(mine.fields);
  const others = byId(theirs.fields);
  const chosen = (id: string): Field | undefined => {
    const [was, here, there] = [before.get(id), ours.get(id), others.get(id)];
    const whose = sideOf({ base: was, mine: here, theirs: there });
    if (!whose) clashes.push({ key: id, mine: here, theirs: there });
    return (whose ?? side(id)) === 'mine' ? here : there;
  };
  const ids = (list: Field[]) => list.map(({ id }) => id);
  const order = mergeOrder({ base: ids(base.fields), mine: ids(mine.fields), theirs: ids(theirs.fields) });
  const fields = order.flatMap((id) => chosen(id) ?? []);
  return { definition: tidied({ ...parts, fields }), clashes };
}

function byId(fields: Field[]): Map<string, Field> {
  return new Map(fields.map((field) => [field.id, field]));
}
