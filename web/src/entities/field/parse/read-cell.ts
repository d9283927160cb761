/** One pasted text as the cell of a field. Nothing is dropped: what is not understood is kept as it was. */
import { cellsOf } from '../cells';
import type { Field } from '../definition';

import type { ReadContext } from './read-context';
import type { Reading } from './reading';

export type { ReadContext } from './read-context';

/** null: the field takes no text at all (files, what is computed). */
export function readCell(field: Field, text: string, context: ReadContext): Reading | null {
  const { parse, several } = cellsOf(field);
  const raw = text.trim();
  if (!parse) return null;
  if (raw === '') return { cell: several && field.options?.multiple === undefined ? [] : '' };
  return parse(field, raw, context);
}

export function isReadable(field: Field): boolean {
  return cellsOf(field).parse !== undefined;
}
