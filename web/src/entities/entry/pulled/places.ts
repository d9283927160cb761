/** Which values are pulled through to where: of the record, and of each row of its lines. Pure. */
import { isUnparsed, type Cell, type Circumstances } from '@/entities/field/cell';
import { cellsOf } from '@/entities/field/cells';
import type { Field } from '@/entities/field/definition';
import { columnsOf, shownType, typeOf, valuesOf } from '@/entities/field/registry';
import type { Value } from '@/lib/formula';

import type { Row, Typed } from '../input-state';
import type { Values } from '../to-payload';

/** One pulled-through field; `lines` is the field that holds the rows. */
export interface Pull {
  field: Field;
  path: string;
  lines?: string;
  link: string;
  /** Of a column: the link is a column of the same row. */
  byRow: boolean;
  linkPath: string;
}

/** The record as it is stored: as its inputs show it, and what it holds. */
export interface Held {
  typed: Typed;
  values: Values;
}

/** One value to pull. `rowKey` '' is the record; `target` '' is no linked record. */
export interface Place {
  pull: Pull;
  rowKey: string;
  target: string;
  /** The link is as it is stored: so is the value, unless everything is to be copied anew. */
  kept: boolean;
  stored: unknown;
}

/** A value that was pulled through: what is shown, and what formulas reckon with; undefined while it is on its way. */
export interface PulledValue {
  shown: unknown;
  operand: Value | undefined;
}

export interface Pulled {
  fields: Record<string, PulledValue>;
  /** By the row's key. */
  rows: Record<string, Record<string, PulledValue>>;
}

export const NOTHING_PULLED: Pulled = { fields: {}, rows: {} };

export function pullsOf(fields: Field[]): Pull[] {
  return fields.flatMap((field) => [
    ...pullOf(field),
    ...columnsOf(field).flatMap((column) => pullOf(column, field)),
  ]);
}

function pullOf(field: Field, lines?: Field): Pull[] {
  const { link = '' } = field.options ?? {};
  if (!typeOf(field).pulls || link === '') return [];
  const byRow = lines !== undefined && columnsOf(lines).some(({ id }) => id === link);
  return [
    {
      field,
      link,
      byRow,
      path: lines ? `${lines.id}.${field.id}` : field.id,
      linkPath: byRow ? `${lines.id}.${link}` : link,
      ...(lines ? { lines: lines.id } : {}),
    },
  ];
}

export function placesOf(pulls: Pull[], typed: Typed, held?: Held): Place[] {
  return pulls.flatMap((pull) => {
    const { field, link, lines } = pull;
    const own = idOf(typed[link] as Cell | undefined);
    const asStored = held !== undefined && own === idOf(held.typed[link] as Cell | undefined);
    if (lines === undefined)
      return [{ pull, rowKey: '', target: own, kept: asStored, stored: held?.values[field.id] }];
    return ((typed[lines] ?? []) as Row[]).map(({ key, cells, held: row }) => {
      const target = pull.byRow ? idOf(cells[link]) : own;
      const same = pull.byRow ? target === idOf(row?.cells[link]) : asStored;
      return {
        pull,
        rowKey: key,
        target,
        kept: row !== undefined && same,
        stored: row?.pulled?.[field.id],
      };
    });
  });
}

function idOf(cell: Cell | undefined): string {
  return typeof cell === 'string' && !isUnparsed(cell) ? cell : '';
}

/** `answer` is what the server says of a linked record, by path; undefined while it has not answered. */
export function pulledAt(
  places: Place[],
  here: Circumstances,
  refreshed: boolean,
  answer: (linkPath: string, target: string) => Values | undefined,
): Pulled {
  const pulled: Pulled = { fields: {}, rows: {} };
  for (const { pull, rowKey, target, kept, stored } of places) {
    const holder = rowKey === '' ? pulled.fields : (pulled.rows[rowKey] ??= {});
    if (target === '') continue;
    if (kept && !refreshed) holder[pull.field.id] = valueOf(pull.field, stored, here);
    else {
      const values = answer(pull.linkPath, target);
      holder[pull.field.id] = values
        ? valueOf(pull.field, values[pull.path], here)
        : { shown: undefined, operand: undefined };
    }
  }
  return pulled;
}

/** A stored value as formulas reckon with it: as its source's input would hold it. */
export function valueOf(field: Field, value: unknown, here: Circumstances): PulledValue {
  if (value === undefined || value === null) return { shown: undefined, operand: null };
  if (typeof value === 'boolean') return { shown: value, operand: value };
  const { toCell, operand } = cellsOf({ type: shownType(field) });
  const cell = toCell ? toCell(value, here) : (value as Cell);
  return { shown: value, operand: operand?.(valuesOf(field), cell) ?? null };
}
