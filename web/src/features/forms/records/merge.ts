/**
 * Changing a record while somebody else changes it too: what I have touched stays as I typed it, what I have not is
 * taken over, and what we both changed is mine until I say otherwise.
 */

import { fromStored, type Typed } from '@/entities/entry/input-state';
import type { Values } from '@/entities/entry/to-payload';
import { isUnparsed, type Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { columnsOf, isComputed, hasFiles, hasRows } from '@/entities/field/registry';

import { same } from './changes';

/** Ids of the fields that hold something else than the record did. */
export function touchedFields(fields: Field[], typed: Typed, start: Typed): string[] {
  return fields
    .filter((field) => !isComputed(field) && !sameCells(typed[field.id], start[field.id]))
    .map(({ id }) => id);
}

/** Whether two states of a record differ in nothing that somebody enters. */
export function sameEntered(fields: Field[], one: Values, other: Values): boolean {
  const computed = new Set(fields.filter(isComputed).map(({ id }) => id));
  const entered = (values: Values) =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([id]) => !computed.has(id))
        .map(([id, value]) => {
          const field = fields.find((each) => each.id === id);
          return [id, field && hasRows(field) ? sendable(field, value) : value];
        }),
    );
  return same(entered(one), entered(other));
}

function sameCells(one: Typed[string], other: Typed[string]): boolean {
  return same(plain(one), plain(other));
}

/** Without the keys of rows, and with every kind of blank being one. */
function plain(cell: Typed[string]): unknown {
  if (cell === undefined) return null;
  if (isUnparsed(cell)) return { raw: cell.raw };
  if (cell.length === 0) return null;
  if (typeof cell === 'string') return cell;
  return cell.map((item) => {
    if (typeof item === 'string') return item;
    if (!('cells' in item)) return item.upload?.key ?? item.id;
    return Object.fromEntries(
      Object.entries(item.cells)
        .map(([id, each]) => [id, plain(each)] as const)
        .filter(([, each]) => each !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

/** What was not touched goes back as it was stored, to the second and the last digit. */
export function keepingUntouched(fields: Field[], sent: Values, stored: Values, touched: string[]): Values {
  const values = { ...sent };
  for (const field of fields) {
    if (isComputed(field) || touched.includes(field.id)) continue;
    const kept = stored[field.id];
    if (kept !== undefined && kept !== null) values[field.id] = sendable(field, kept);
  }
  return values;
}

function sendable(field: Field, value: unknown): unknown {
  if (hasFiles(field)) return (value as { id: string }[]).map(({ id }) => ({ id }));
  if (!hasRows(field)) return value;
  const computed = columnsOf(field)
    .filter(isComputed)
    .map(({ id }) => id);
  return (value as Values[]).map((row) =>
    Object.fromEntries(Object.entries(row).filter(([id]) => !computed.includes(id))),
  );
}

export interface Merged {
  typed: Typed;
  /** Fields that both changed, to different ends. */
  clashes: string[];
}

/** `yielded` are clashes in which the other's value is taken. */
export function merged(
  fields: Field[],
  here: Circumstances,
  { base, mine, theirs, yielded }: { base: Values; mine: Typed; theirs: Values; yielded: string[] },
): Merged {
  const before = fromStored(fields, base, here);
  const after = fromStored(fields, theirs, here);
  const touched = touchedFields(fields, mine, before);
  const clashes = fields
    .filter(
      ({ id }) =>
        touched.includes(id) && !sameCells(before[id], after[id]) && !sameCells(mine[id], after[id]),
    )
    .map(({ id }) => id);
  const typed = Object.fromEntries(
    fields
      .filter((field) => !isComputed(field))
      .map(({ id }) => [id, touched.includes(id) && !yielded.includes(id) ? mine[id] : after[id]]),
  );
  return { typed, clashes };
}
