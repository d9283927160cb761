/** The fields of a form that is made of a file: as suggested, and as corrected before the form is made. */
import type { Field } from '@/entities/field/definition';
import type { Spreadsheet } from '@/entities/spreadsheet/api';
import { newId } from '@/lib/editing/ids';

export type Column = Spreadsheet['columns'][number];

export interface Planned {
  column: number;
  included: boolean;
  name: string;
  /** One of those that the column may become. */
  type: string;
}

export const planned = (columns: Column[]): Planned[] =>
  columns.map(({ index, field }) => ({ column: index, included: true, name: field.name, type: field.type }));

/** The fields, and for each column its field. */
export function fieldsOf(
  columns: Column[],
  plans: Planned[],
): { fields: Field[]; mapping: Record<string, string> } {
  const fields: Field[] = [];
  const mapping: Record<string, string> = {};
  for (const { column, included, name, type } of plans) {
    const chosen = columns
      .find(({ index }) => index === column)
      ?.field.types.find((each) => each.type === type);
    if (!chosen || !included || name.trim() === '') continue;
    const id = newId('f');
    fields.push({ ...(chosen as Pick<Field, 'type' | 'options'>), id, name: name.trim() });
    mapping[String(column)] = id;
  }
  return { fields, mapping };
}
