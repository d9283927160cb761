/** From what was typed to what is sent. */
import { isBlankCell as isBlank, isUnparsed, type Cell } from '@/entities/field/cell';
import { cellsOf } from '@/entities/field/cells';
import type { Field } from '@/entities/field/definition';
import { columnsOf, isComputed, hasRows } from '@/entities/field/registry';

import { type Row, type Typed } from './input-state';

export type Values = Record<string, unknown>;

/** Rows in which nobody typed anything are not sent; a blank where the form has a default says so, or it would return. */
export function toPayload(fields: Field[], typed: Typed, zone: string): Values {
  const values: Values = {};
  for (const field of fields) {
    if (isComputed(field)) continue;
    const cell = typed[field.id];
    if (hasRows(field)) {
      const rows = filledRows(field, cell as Row[] | undefined);
      if (rows.length > 0) values[field.id] = rows.map((row) => rowToPayload(field, row, zone));
    } else if (cell !== undefined && !isBlank(cell))
      values[field.id] = cellToPayload(field, cell as Cell, zone);
    else if (field.default !== undefined && field.default !== null) values[field.id] = null;
  }
  return values;
}

/** A row takes along what it holds for removed columns: by that the server knows which row it is. */
function rowToPayload(lines: Field, { cells, held }: Row, zone: string): Values {
  return { ...toPayload(columnsOf(lines), cells, zone), ...held?.removed };
}

/** In the order in which they are sent: the third row that the server names is the third of these. */
export function filledRows(lines: Field, rows: Row[] = []): Row[] {
  const columns = columnsOf(lines).filter((column) => !isComputed(column) && column.default === undefined);
  return rows.filter(({ cells }) => columns.some((column) => !isBlank(cells[column.id])));
}

export function cellToPayload(field: Field, cell: Cell, zone: string): unknown {
  // Only a preview of the path sees it: it is not let through to be saved.
  if (isUnparsed(cell)) return cell.raw;
  return cellsOf(field).toPayload?.(cell, zone) ?? cell;
}
