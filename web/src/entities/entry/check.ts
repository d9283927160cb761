/** What can be told while somebody fills in, before the server says the last word. Messages are keys of our words. */
import { isBlankCell as isBlank, isUnparsed, type Cell, type Complaint } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { inputsOf } from '@/entities/field/inputs';
import { columnsOf, isComputed, hasRows, typeOf } from '@/entities/field/registry';

import { cellPath } from './cell-path';
import { type Row, type Typed } from './input-state';
import { filledRows } from './to-payload';

/** By path: a field's id, or `lines/<row key>/<column>`. */
export type Complaints = Record<string, Complaint>;

/**
 * `stored` is a record that is being changed, as its inputs showed it at first: what is as it was is tolerated, as the
 * server does. Without it everything must satisfy the form as it is.
 */
export function checkAll(fields: Field[], typed: Typed, stored?: Typed): Complaints {
  const found: Complaints = {};
  for (const field of fields) {
    if (isComputed(field)) continue;
    const before = stored?.[field.id];
    if (hasRows(field)) {
      checkLines(field, (typed[field.id] ?? []) as Row[], found, before as Row[] | undefined);
      continue;
    }
    const cell = typed[field.id] as Cell | undefined;
    const complaint = isAsBefore(cell, before as Cell | undefined) ? null : checkCell(field, cell);
    if (complaint) found[field.id] = complaint;
  }
  return found;
}

function checkLines(field: Field, rows: Row[], found: Complaints, before: Row[] | undefined): void {
  const filled = filledRows(field, rows);
  const least = Math.max(field.options?.min_rows ?? 0, field.required ? 1 : 0);
  const asMany = before !== undefined && before.length > 0 && before.length === filled.length;
  if (filled.length < least && !asMany) found[field.id] = { code: 'rows', limit: String(least) };
  for (const row of filled) Object.assign(found, checkRow(field, row, before !== undefined));
  for (const column of columnsOf(field)) if (column.unique_in_lines) checkTwice(field, column, filled, found);
}

/** Both rows are named, unless both are as they were; what merely looks the same the server tells. */
function checkTwice(lines: Field, column: Field, rows: Row[], found: Complaints): void {
  const places = new Map<string, number[]>();
  for (const [index, { cells }] of rows.entries()) {
    const cell = cells[column.id];
    if (cell === undefined || isBlank(cell) || isUnparsed(cell)) continue;
    const key = typeof cell === 'string' ? cell.trim().toLowerCase() : JSON.stringify(cell);
    places.set(key, [...(places.get(key) ?? []), index]);
  }
  for (const indexes of places.values()) {
    const same = indexes.flatMap((index) => rows[index] ?? []);
    const held = ({ cells, held: before }: Row) => isAsBefore(cells[column.id], before?.cells[column.id]);
    if (same.length < 2 || same.every(held)) continue;
    const limit = indexes.map((index) => index + 1).join(', ');
    for (const { key } of same) found[cellPath(lines.id, key, column.id)] ??= { code: 'twice', limit };
  }
}

/** `tolerant`: what the row holds in the record already may stay. */
export function checkRow(lines: Field, { key, cells, held }: Row, tolerant: boolean): Complaints {
  const found: Complaints = {};
  for (const column of columnsOf(lines)) {
    if (isComputed(column) || (tolerant && isAsBefore(cells[column.id], held?.cells[column.id]))) continue;
    const complaint = checkCell(column, cells[column.id]);
    if (complaint) found[cellPath(lines.id, key, column.id)] = complaint;
  }
  return found;
}

/** A blank is no value that could be tolerated. */
export function isAsBefore(cell: Cell | undefined, before: Cell | undefined): boolean {
  return before !== undefined && !isBlank(before) && JSON.stringify(cell) === JSON.stringify(before);
}

export function checkCell(field: Field, cell: Cell | undefined): Complaint | null {
  if (cell === undefined || isBlank(cell)) return field.required ? { code: 'required', limit: '' } : null;
  if (isUnparsed(cell)) return { code: cell.why, limit: cell.part };
  const check = typeOf(field).check ?? inputsOf(field).check;
  return check?.(field, cell) ?? null;
}
