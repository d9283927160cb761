/** The fields of a form that is made of a file: as suggested, and as corrected before the form is made. */
import type { Field, FieldType } from '@/entities/field/definition';
import type { Spreadsheet } from '@/entities/spreadsheet/api';
import { newId } from '@/lib/editing/ids';

export type Column = Spreadsheet['columns'][number];

/** What a column may become. */
export const TYPES = [
  'text',
  'long_text',
  'number',
  'money',
  'percent',
  'date',
  'datetime',
  'time',
  'choice',
  'phone',
  'email',
  'member',
] as const satisfies readonly FieldType[];
export type Type = (typeof TYPES)[number];

export interface Planned {
  column: number;
  included: boolean;
  name: string;
  type: Type;
}

export const planned = (columns: Column[]): Planned[] =>
  columns.map(({ index, field }) => ({
    column: index,
    included: true,
    name: field.name,
    type: TYPES.find((type) => type === field.type) ?? 'text',
  }));

/** Choices come from what stands in the column, so only a column that has few different values becomes one. */
export const typesOf = ({ field }: Column): Type[] =>
  TYPES.filter((type) => type !== 'choice' || field.type === 'choice');

/** The fields, and for each column its field. */
export function fieldsOf(
  columns: Column[],
  plans: Planned[],
): { fields: Field[]; mapping: Record<string, string> } {
  const fields: Field[] = [];
  const mapping: Record<string, string> = {};
  for (const plan of plans) {
    const column = columns.find(({ index }) => index === plan.column);
    if (!column || !plan.included || plan.name.trim() === '') continue;
    const id = newId('f');
    fields.push({ id, type: plan.type, name: plan.name.trim(), options: optionsOf(column, plan.type) });
    mapping[String(plan.column)] = id;
  }
  return { fields, mapping };
}

function optionsOf({ field }: Column, type: Type): NonNullable<Field['options']> {
  if (type === field.type) return field.options;
  return type === 'money' ? { currency: 'CNY' } : {};
}
