/** A draft may be unfinished: what cannot be filled in yet is given what it lacks, so that the rest can be tried. */
import type { Field } from '@/entities/field/definition';
import { parse } from '@/lib/formula';

import { columnsOf } from './changes';

/** Formulas that cannot be read come out blank. */
export function fillable(fields: Field[]): Field[] {
  return fields.map((field) => {
    if (field.type === 'lines') {
      return { ...field, options: { ...field.options, columns: fillable(columnsOf(field)) } };
    }
    if (field.type !== 'formula' || isReadable(field.options?.expression ?? '')) return field;
    return { ...field, options: { ...field.options, expression: '""', result: 'text' } };
  });
}

function isReadable(expression: string): boolean {
  try {
    parse(expression);
    return true;
  } catch {
    return false;
  }
}
