/** Rows copied from a spreadsheet, as rows of detail lines: what goes where, and what does not. */

import { type Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { isReadable, readCell, type ReadContext } from '@/entities/field/parse/read-cell';
import { orderOf } from '@/entities/field/parse/read-day';
import { folded, type Doubt } from '@/entities/field/parse/reading';
import { columnsOf, isComputed, typeOf } from '@/entities/field/registry';

import { cellPath } from '../cell-path';
import { newRow, type Row } from '../input-state';

export interface Place {
  rowKey: string;
  column: string;
}

/** What was pasted and has no place. */
export interface Skipped {
  /** Of the form's column, or as it stands in the pasted head; '' without either. */
  name: Field | string;
  why: 'computed' | 'files' | 'unknown' | 'beyond';
}

export interface Pasted {
  rows: Row[];
  /** Keys of the rows that got something. */
  touched: string[];
  /** By the path of the cell. */
  doubts: Record<string, Doubt>;
  /** Rows that were copied, without the head. */
  total: number;
  most: number;
  skipped: Skipped[];
  /** The rows that the form has no room for, and which they are, counted from one. */
  left: { first: number; cells: string[][] } | null;
}

export type PasteContext = Circumstances & Omit<ReadContext, 'sure'>;

/**
 * `at` is the cell that has the focus; the rows from there on are filled, then new ones are added, up to the form's
 * limit. A first row that names the form's columns says which is which; else they are taken as they come.
 */
export function pasteRows(
  lines: Field,
  rows: Row[],
  at: Place,
  copied: string[][],
  context: PasteContext,
): Pasted {
  const { columns, head, body } = layoutOf(lines, at.column, copied);
  const found = rows.findIndex(({ key }) => key === at.rowKey);
  const start = found < 0 ? rows.length : found;
  const most = lines.options?.max_rows ?? 200;
  const room = Math.max(most - start, 0);
  const after = [...rows];
  const pasted: Pasted = {
    rows: after,
    touched: [],
    doubts: {},
    total: body.length,
    most,
    skipped: [],
    left: null,
  };
  const readers = columns.map((column, index) =>
    reader(
      column,
      body.map((line) => line[index] ?? ''),
      context,
    ),
  );
  body.slice(0, room).forEach((line, offset) => {
    const row = after[start + offset] ?? newRow(lines, context);
    const filled = { ...row.cells };
    line.forEach((text, index) => {
      const column = columns[index];
      const reading = readers[index]?.(text);
      if (!column || !reading) return;
      filled[column.id] = reading.cell;
      if (reading.doubt) pasted.doubts[cellPath(lines.id, row.key, column.id)] = reading.doubt;
    });
    after[start + offset] = { ...row, cells: filled };
    pasted.touched.push(row.key);
  });
  pasted.skipped = skippedOf(columns, head, body);
  if (body.length > room) pasted.left = { first: room + 1, cells: body.slice(room) };
  return pasted;
}

type Columns = (Field | undefined)[];

export interface Layout {
  /** Which column of the form each copied one is; undefined: none. */
  columns: Columns;
  /** The first row, if it names columns. */
  head: string[] | null;
  body: string[][];
}

export function layoutOf(lines: Field, first: string, copied: string[][]): Layout {
  const cells = withoutBlankEnd(copied);
  const named = headOf(lines, cells);
  if (named) return { columns: named, head: cells[0] ?? [], body: cells.slice(1) };
  return { columns: columnsFrom(lines, first), head: null, body: cells };
}

function reader(column: Field | undefined, texts: string[], context: PasteContext) {
  if (!column || !isReadable(column)) return null;
  const order = typeOf(column).dated ? orderOf(texts) : null;
  const all = { ...context, order: order ?? context.order, sure: order !== null };
  return (text: string) => readCell(column, text, all);
}

function columnsFrom(lines: Field, first: string): Columns {
  const columns = columnsOf(lines);
  const start = columns.findIndex(({ id }) => id === first);
  return columns.slice(Math.max(start, 0));
}

/** The columns that the first row names; null: it is no head. One name among values may be chance, two are not. */
function headOf(lines: Field, cells: string[][]): Columns | null {
  const [first, ...rest] = cells;
  if (!first || rest.length === 0) return null;
  const found = first.map((text) => named(columnsOf(lines), text));
  const count = found.filter((column) => column !== undefined).length;
  const filled = first.filter((text) => text.trim() !== '').length;
  if (count === 0 || count * 2 < filled || (count === 1 && filled > 1)) return null;
  // A column that is named twice is taken once.
  return found.map((column, index) => (found.indexOf(column) === index ? column : undefined));
}

/** By the whole name, or without what a spreadsheet's head adds to it (金额（元）), if that is one column's only. */
function named(columns: Field[], text: string): Field | undefined {
  const bearing = (short: (name: string) => string) => {
    const wanted = short(headName(text));
    return columns.filter(
      (column) => wanted !== '' && namesOf(column).some((name) => short(name) === wanted),
    );
  };
  const [exact] = bearing((name) => name);
  if (exact) return exact;
  const [only, ...others] = bearing((name) => name.replace(/\s*\([^()]*\)$/, ''));
  return others.length === 0 ? only : undefined;
}

function namesOf({ id, name }: Field): string[] {
  return [id, ...(typeof name === 'string' ? [name] : Object.values(name))].map(headName);
}

function headName(text: string): string {
  return folded(text).replace(/[*:]/g, '').trim();
}

function skippedOf(columns: Columns, head: string[] | null, body: string[][]): Skipped[] {
  const width = Math.max(0, ...body.map((line) => line.length));
  const skipped: Skipped[] = [];
  for (let index = 0; index < width; index += 1) {
    if (body.every((line) => (line[index] ?? '').trim() === '')) continue;
    const column = columns[index];
    if (column && isReadable(column)) continue;
    if (column) skipped.push({ name: column, why: isComputed(column) ? 'computed' : 'files' });
    else skipped.push({ name: head?.[index]?.trim() ?? '', why: head ? 'unknown' : 'beyond' });
  }
  return skipped;
}

function withoutBlankEnd(cells: string[][]): string[][] {
  const last = cells.findLastIndex((line) => line.some((text) => text.trim() !== ''));
  return cells.slice(0, last + 1);
}
