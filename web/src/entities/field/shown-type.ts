/** Of which type a field's value is read. */
import type { Field, FieldType, FormulaResult } from './definition';

/** A formula is shown as what it results in. */
export function shownType(field: Field): FieldType | FormulaResult {
  return field.type === 'formula' ? (field.options?.result ?? 'text') : field.type;
}
