/** What can be told while somebody fills in, before the server says the last word. Messages are keys of our words. */
import type { Field } from '@/entities/field/definition';
import { placesOfField } from '@/entities/field/places';
import { decimal } from '@/lib/formula';

import { cellPath } from './cell-path';
import {
  columnsOf,
  isBlank,
  isComputed,
  isUnparsed,
  type Cell,
  type FileRef,
  type Misread,
  type Row,
  type Typed,
} from './input-state';
import { fractionOf, isNumber, percentOf, placesOf, plainNumber } from './numbers';
import { filledRows } from './to-payload';

export interface Complaint {
  code:
    | 'required'
    | 'rows'
    | 'number'
    | 'places'
    | 'min'
    | 'max'
    | 'fewer'
    | 'more'
    | 'shorter'
    | 'longer'
    | 'unsent'
    | Misread;
  limit: string;
}

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
    if (field.type === 'lines') {
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
  switch (field.type) {
    case 'attachment':
      return checkFiles(cell as FileRef[]);
    case 'number':
    case 'money':
    case 'percent':
      return checkNumber(field, cell as string);
    case 'date':
      return checkDay(field, cell as string);
    case 'choices':
      return checkCount(field, (cell as string[]).length);
    case 'text':
    case 'long_text':
      return checkLength(field, (cell as string).trim());
    default:
      return null;
  }
}

function checkNumber(field: Field, typed: string): Complaint | null {
  const text = plainNumber(typed);
  // A rate where an amount belongs: the sign is no decoration, it means a hundredth.
  const isRate = field.type !== 'percent' && /[%％]/.test(typed);
  if (isRate || !isNumber(text)) return { code: 'number', limit: '' };
  const places = placesOfField(field);
  if (placesOf(text) > places) return { code: 'places', limit: String(places) };
  const { min, max } = field.options ?? {};
  const value = decimal(field.type === 'percent' ? fractionOf(text) : text);
  if (min !== undefined && value.lt(min)) return { code: 'min', limit: shown(field, min) };
  if (max !== undefined && value.gt(max)) return { code: 'max', limit: shown(field, max) };
  return null;
}

function shown(field: Field, limit: string | number): string {
  return field.type === 'percent' ? `${percentOf(String(limit))}%` : String(limit);
}

function checkCount({ options = {} }: Field, count: number): Complaint | null {
  const { min, max } = options;
  if (min !== undefined && count < Number(min)) return { code: 'fewer', limit: String(min) };
  if (max !== undefined && count > Number(max)) return { code: 'more', limit: String(max) };
  return null;
}

/** The upper limit is kept by the input itself, but not by what is pasted from a spreadsheet. */
function checkLength({ type, options = {} }: Field, text: string): Complaint | null {
  const { min_length = 0, max_length = type === 'text' ? 200 : 20_000 } = options;
  const length = Array.from(text).length;
  if (length > max_length) return { code: 'longer', limit: String(max_length) };
  return length < min_length ? { code: 'shorter', limit: String(min_length) } : null;
}

function checkDay({ options = {} }: Field, day: string): Complaint | null {
  const { min, max } = options;
  if (min !== undefined && day < String(min)) return { code: 'min', limit: String(min) };
  if (max !== undefined && day > String(max)) return { code: 'max', limit: String(max) };
  return null;
}

function checkFiles(files: FileRef[]): Complaint | null {
  const unsent = files.find(({ upload }) => upload);
  return unsent ? { code: 'unsent', limit: unsent.name } : null;
}
