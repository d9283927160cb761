/** What the inputs of a form hold, row by row; it becomes a record's values only when it is sent. */
import { isUnparsed, type Cell, type Circumstances } from '../field/cell';
import { cellsOf } from '../field/cells';
import type { Field } from '../field/definition';
import { columnsOf, hasFiles, hasRows, isComputed, typeOf } from '../field/registry';

export type Cells = Record<string, Cell | undefined>;

/** A row of detail lines. Its key names it while rows come and go; it is never sent. */
export interface Row {
  key: string;
  cells: Cells;
  /**
   * Of a stored row: its cells as they were, what it holds for columns that the form has no more, and what was pulled
   * through to it.
   */
  held?: { cells: Cells; removed: Record<string, unknown>; pulled?: Record<string, unknown> };
}

export type Typed = Record<string, Cell | Row[] | undefined>;

export function newRow(lines: Field, here: Circumstances): Row {
  return { key: crypto.randomUUID(), cells: defaults(columnsOf(lines), here) as Cells };
}

/** A new record: defaults, and as many rows as there must be. */
export function startingWith(fields: Field[], here: Circumstances): Typed {
  const typed = defaults(fields, here);
  for (const field of fields) {
    if (!hasRows(field)) continue;
    const least = Math.max(field.options?.min_rows ?? 0, field.required ? 1 : 0);
    typed[field.id] = Array.from({ length: least }, () => newRow(field, here));
  }
  return typed;
}

function defaults(fields: Field[], here: Circumstances): Typed {
  return Object.fromEntries(
    fields
      .filter((field) => field.default !== undefined && field.default !== null && !isComputed(field))
      .map((field) => [field.id, startingCell(field, here)]),
  );
}

/** What a new record, or row, begins with. */
export function startingCell(field: Field, here: Circumstances): Cell | undefined {
  const { default: value } = field;
  return value === undefined || value === null || isComputed(field)
    ? undefined
    : cellOf(field, meant(field, here), here);
}

function meant(field: Field, here: Circumstances): unknown {
  return typeOf(field).meant?.(field, here) ?? field.default;
}

/** A stored record, as its inputs show it. */
export function fromStored(fields: Field[], values: Record<string, unknown>, here: Circumstances): Typed {
  const typed: Typed = {};
  for (const field of fields) {
    const value = values[field.id];
    if (value === undefined || value === null || isComputed(field)) continue;
    if (hasRows(field)) {
      typed[field.id] = (value as Record<string, unknown>[]).map((row) => storedRow(field, row, here));
    } else typed[field.id] = cellOf(field, value, here);
  }
  return typed;
}

function storedRow(lines: Field, row: Record<string, unknown>, here: Circumstances): Row {
  const cells = fromStored(columnsOf(lines), row, here) as Cells;
  const known = columnsOf(lines).map(({ id }) => id);
  const removed = Object.fromEntries(Object.entries(row).filter(([id]) => !known.includes(id)));
  const pulls = columnsOf(lines).filter((column) => typeOf(column).pulls && row[column.id] !== undefined);
  const pulled = Object.fromEntries(pulls.map(({ id }) => [id, row[id]]));
  return {
    key: crypto.randomUUID(),
    cells,
    held: { cells, removed, ...(pulls.length > 0 ? { pulled } : {}) },
  };
}

/** A stored value as its input shows it. */
export function cellOf(field: Field, value: unknown, here: Circumstances): Cell {
  const { toCell } = cellsOf(field);
  if (toCell) return toCell(value, here);
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

function fits(field: Field, cell: Typed[string]): boolean {
  const { keepsUnparsed, several } = typeOf(field);
  if (cell === undefined || isComputed(field)) return false;
  if (isUnparsed(cell)) return keepsUnparsed === true;
  if (hasRows(field))
    return Array.isArray(cell) && cell.every((row) => typeof row === 'object' && 'cells' in row);
  if (hasFiles(field)) return Array.isArray(cell) && cell.every((file) => typeof file === 'object');
  return several?.(field) ? Array.isArray(cell) : typeof cell === 'string';
}
