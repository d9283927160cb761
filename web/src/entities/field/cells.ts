/** The field types where people fill in: with what their `cell.ts` says of typed values, for types that have one. */
import type { CellPart, FieldTypeModule, ValueType } from './field-type';
import { fieldType } from './registry';

const modules = import.meta.glob<CellPart>('./types/*/cell.ts', { eager: true, import: 'cell' });
const known = new Map<ValueType, FieldTypeModule>();

export function cellsOf({ type }: { type: ValueType }): FieldTypeModule {
  const found = known.get(type) ?? { ...fieldType(type), ...modules[`./types/${type}/cell.ts`] };
  known.set(type, found);
  return found;
}
