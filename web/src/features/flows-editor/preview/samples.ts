/** Values to try a flow with: what a form requires is filled with something plausible, so that only what matters is typed. */
import { startingWith, type Cells, type Row, type Typed } from '@/entities/entry/input-state';
import { isBlankCell as isBlank } from '@/entities/field/cell';
import { cellsOf } from '@/entities/field/cells';
import type { Field } from '@/entities/field/definition';
import type { Sampling } from '@/entities/field/field-type';
import { columnsOf, isComputed, hasRows } from '@/entities/field/registry';

export function samples(fields: Field[], here: Sampling): Typed {
  const typed = startingWith(fields, here);
  for (const field of fields) {
    if (!hasRows(field)) fill(typed as Cells, field, here);
    else
      for (const row of (typed[field.id] ?? []) as Row[])
        columnsOf(field).forEach((each) => fill(row.cells, each, here));
  }
  return typed;
}

function fill(cells: Cells, field: Field, here: Sampling): void {
  if (!field.required || isComputed(field) || !isBlank(cells[field.id])) return;
  const cell = cellsOf(field).sample?.(field, here);
  if (cell !== undefined) cells[field.id] = cell;
}
