/** What the inputs of a form hold: text as typed, ids, files. It becomes a record's values only when it is sent. */
import type { Field } from '@/entities/field/definition';
import { wallClock } from '@/lib/format/zone';

import { percentOf } from './numbers';

export interface FileRef {
  /** '' until it is there. */
  id: string;
  name: string;
  size: number;
  /** Uploaded since the record was last saved. */
  fresh?: true;
  /** Of a file that is not there yet. */
  upload?: Upload;
}

/** `lost`: the page was left before the file was there; a device keeps what was typed, but not files. */
export interface Upload {
  key: string;
  state: 'sending' | 'failed' | 'lost';
  problem?: string;
  /** The server does not take this file, however often it is sent. */
  final?: true;
}

export type Misread =
  | 'option'
  | 'options'
  | 'optionSeveral'
  | 'day'
  | 'moment'
  | 'member'
  | 'memberSeveral'
  | 'department'
  | 'departmentSeveral'
  | 'lookup';

/** What was pasted and says nothing that the field could hold. It stays in sight until somebody mends it. */
export interface Unparsed {
  raw: string;
  why: Misread;
  /** The part of it that is not understood. */
  part: string;
  /** The others of several, that are. */
  known?: string[];
}

export type Cell = string | string[] | FileRef[] | Unparsed;
export type Cells = Record<string, Cell | undefined>;

/** A row of detail lines. Its key names it while rows come and go; it is never sent. */
export interface Row {
  key: string;
  cells: Cells;
  /** Of a stored row: its cells as they were, and what it holds for columns that the form has no more. */
  held?: { cells: Cells; removed: Record<string, unknown> };
}

export type Typed = Record<string, Cell | Row[] | undefined>;

/** What `@today` and `@me` mean, and in which zone moments are typed. */
export interface Circumstances {
  zone: string;
  today: string;
  memberId: string;
}

/** The server fills these in. */
export function isComputed(field: Field): boolean {
  return field.type === 'formula' || field.type === 'serial';
}

export function columnsOf(field: Field): Field[] {
  return field.options?.columns ?? [];
}

export function isUnparsed(cell: Typed[string]): cell is Unparsed {
  return typeof cell === 'object' && !Array.isArray(cell);
}

export function isBlank(cell: Typed[string]): boolean {
  if (isUnparsed(cell)) return false;
  return cell === undefined || cell.length === 0 || (typeof cell === 'string' && cell.trim() === '');
}

export function newRow(lines: Field, here: Circumstances): Row {
  return { key: crypto.randomUUID(), cells: defaults(columnsOf(lines), here) as Cells };
}

/** A new record: defaults, and as many rows as there must be. */
export function startingWith(fields: Field[], here: Circumstances): Typed {
  const typed = defaults(fields, here);
  for (const field of fields) {
    if (field.type !== 'lines') continue;
    const least = Math.max(field.options?.min_rows ?? 0, field.required ? 1 : 0);
    typed[field.id] = Array.from({ length: least }, () => newRow(field, here));
  }
  return typed;
}

function defaults(fields: Field[], here: Circumstances): Typed {
  return Object.fromEntries(
    fields
      .filter((field) => field.default !== undefined && field.default !== null && !isComputed(field))
      .map((field) => [field.id, cellOf(field, meant(field, here), here)]),
  );
}

function meant(field: Field, { today, memberId }: Circumstances): unknown {
  if (field.type === 'date' && field.default === '@today') return today;
  if (field.type === 'member' && field.default === '@me')
    return field.options?.multiple ? [memberId] : memberId;
  return field.default;
}

/** A stored record, as its inputs show it. */
export function fromStored(fields: Field[], values: Record<string, unknown>, here: Circumstances): Typed {
  const typed: Typed = {};
  for (const field of fields) {
    const value = values[field.id];
    if (value === undefined || value === null || isComputed(field)) continue;
    if (field.type === 'lines') {
      typed[field.id] = (value as Record<string, unknown>[]).map((row) => storedRow(field, row, here));
    } else typed[field.id] = cellOf(field, value, here);
  }
  return typed;
}

function storedRow(lines: Field, row: Record<string, unknown>, here: Circumstances): Row {
  const cells = fromStored(columnsOf(lines), row, here) as Cells;
  const known = columnsOf(lines).map(({ id }) => id);
  const removed = Object.fromEntries(Object.entries(row).filter(([id]) => !known.includes(id)));
  return { key: crypto.randomUUID(), cells, held: { cells, removed } };
}

function cellOf(field: Field, value: unknown, { zone }: Circumstances): Cell {
  if (field.type === 'percent') return percentOf(String(value));
  if (field.type === 'datetime') return wallClock(String(value), zone);
  return Array.isArray(value) ? (value as Cell) : String(value);
}

/** A draft may be older than the form: what the form no longer has, or has as something else, is left out. */
export function fitting(fields: Field[], draft: Typed): Typed {
  return Object.fromEntries(
    fields.filter((field) => fits(field, draft[field.id])).map((field) => [field.id, kept(draft[field.id])]),
  );
}

/** A file that was on its way when the page was left has to be chosen again. */
function kept(cell: Typed[string]): Typed[string] {
  if (!Array.isArray(cell)) return cell;
  return cell.map((item) => {
    if (typeof item === 'string') return item;
    if ('cells' in item)
      return {
        ...item,
        cells: Object.fromEntries(Object.entries(item.cells).map(([id, each]) => [id, kept(each)])),
      };
    return item.upload ? { ...item, upload: { key: item.upload.key, state: 'lost' } } : item;
  }) as Typed[string];
}

const UNPARSED = ['choice', 'choices', 'date', 'datetime', 'member', 'department'];

function fits(field: Field, cell: Typed[string]): boolean {
  if (cell === undefined || isComputed(field)) return false;
  if (isUnparsed(cell)) return UNPARSED.includes(field.type);
  if (field.type === 'lines')
    return Array.isArray(cell) && cell.every((row) => typeof row === 'object' && 'cells' in row);
  if (field.type === 'attachment')
    return Array.isArray(cell) && cell.every((file) => typeof file === 'object');
  const several = field.type === 'choices' || field.options?.multiple === true;
  return several ? Array.isArray(cell) : typeof cell === 'string';
}
