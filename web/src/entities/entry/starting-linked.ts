/** A new record that begins with a link filled in: it was opened from the record that it links to. */
import type { Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { columnsOf, typeOf } from '@/entities/field/registry';

import { newRow, startingWith, type Row, type Typed } from './input-state';

export interface StartingLink {
  /** Of the link as the API names it: `customer`, or `lines.product` of a column. */
  path: string;
  recordId: string;
}

/** A link that the form does not have (any more) is left out: an old address must not end in a refusal. */
export function startingLinked(
  fields: Field[],
  here: Circumstances,
  { path, recordId }: StartingLink,
): Typed {
  const typed = startingWith(fields, here);
  const [id, column] = path.split('.');
  const field = fields.find((each) => each.id === id);
  if (!field) return typed;
  if (column === undefined) return isLink(field) ? { ...typed, [field.id]: cellOf(field, recordId) } : typed;
  const link = columnsOf(field).find((each) => each.id === column);
  if (!link || !isLink(link)) return typed;
  const [first = newRow(field, here), ...rest] = (typed[field.id] ?? []) as Row[];
  return {
    ...typed,
    [field.id]: [{ ...first, cells: { ...first.cells, [link.id]: cellOf(link, recordId) } }, ...rest],
  };
}

const isLink = (field: Field): boolean => typeOf(field).looksUp === 'records';

const cellOf = (field: Field, recordId: string) => (typeOf(field).several?.(field) ? [recordId] : recordId);
