/** What changed between two states of a record, as the server's history has it, and what it is called. */
import type { Field } from '@/entities/field/definition';
import { columnsOf, hasRows } from '@/entities/field/registry';

import type { Change } from './api';

type Values = Record<string, unknown>;

/** Where a change happened. `row` counts from one; a field that no version at hand knows is null. */
export interface Place {
  kind: 'value' | 'cell' | 'row';
  field: Field | null;
  row?: number;
  column?: Field | null;
}

/** `versions` are the fields of the form's versions, the likeliest first: a field may be gone since, or not yet there. */
export function placeOf({ field: path }: Pick<Change, 'field'>, versions: Field[][]): Place {
  const [id = '', row, column] = path.split('/');
  const field = versions.flatMap((fields) => fields.find((each) => each.id === id) ?? [])[0] ?? null;
  if (row === undefined) return { kind: 'value', field };
  const place = { field, row: Number(row) + 1 };
  if (column === undefined) return { kind: 'row', ...place };
  const columns = versions.flatMap((fields) => fields.filter((each) => each.id === id).flatMap(columnsOf));
  return { kind: 'cell', ...place, column: columns.find((each) => each.id === column) ?? null };
}

/** As the server finds them: lines cell by cell. Only of the named fields. */
export function differences(fields: Field[], before: Values, after: Values): Change[] {
  return fields.flatMap((field) => difference(field, field.id, before[field.id], after[field.id]));
}

function difference(field: Field, path: string, before: unknown, after: unknown): Change[] {
  if (same(before, after)) return [];
  if (!hasRows(field) || !Array.isArray(before) || !Array.isArray(after))
    return [{ field: path, before: before ?? null, after: after ?? null }];
  const rows = Array.from({ length: Math.max(before.length, after.length) }, (_, index) => index);
  return rows.flatMap((index) => {
    const [old, now] = [before[index], after[index]] as [Values | undefined, Values | undefined];
    const place = `${path}/${index}`;
    if (!old || !now) return [{ field: place, before: old ?? null, after: now ?? null }];
    return columnsOf(field).flatMap((column) =>
      difference(column, `${place}/${column.id}`, old[column.id], now[column.id]),
    );
  });
}

/** Equal as stored: a missing value is a blank one. */
export function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}
