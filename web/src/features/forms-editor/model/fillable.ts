/** A draft may be unfinished: what cannot be filled in yet is given what it lacks, so that the rest can be tried. */
import type { Field } from '@/entities/field/definition';
import { designOf } from '@/entities/field/editing/designs';
import { columnsOf, hasRows } from '@/entities/field/registry';

export function fillable(fields: Field[]): Field[] {
  return fields.map((field) => {
    if (hasRows(field)) {
      return { ...field, options: { ...field.options, columns: fillable(columnsOf(field)) } };
    }
    return designOf(field.type).fillable?.(field) ?? field;
  });
}
