/** The totals beneath lines on paper: of those columns that it makes sense to add. */

import type { Field } from '@/entities/field/definition';
import { columnsOf, isAmount, isComputed } from '@/entities/field/registry';
import { decimal, numberText } from '@/lib/formula/values';

type Values = Record<string, unknown>;

/**
 * What the form itself adds up (`SUM(lines.amount)`). Where it adds nothing, amounts that each row computes, or the only
 * amount there is: a sum of unit prices would say nothing.
 */
export function totalledColumns(table: Field, fields: Field[]): string[] {
  const columns = columnsOf(table);
  const added = columns.filter(({ id }) => {
    const sum = new RegExp(`\\bSUM\\s*\\(\\s*${table.id}\\.${id}\\s*\\)`, 'i');
    return fields.some(({ options }) => sum.test(options?.expression ?? ''));
  });
  if (added.length > 0) return added.map(({ id }) => id);
  const amounts = columns.filter((column) => isAmount(column));
  const computed = amounts.filter(isComputed);
  return (computed.length > 0 ? computed : amounts.length === 1 ? amounts : []).map(({ id }) => id);
}

/** Exact; blanks count nothing. */
export function totalOf(rows: Values[], column: string): string {
  const sum = rows.reduce((total, row) => {
    const value = row[column];
    return typeof value === 'string' || typeof value === 'number' ? total.plus(decimal(value)) : total;
  }, decimal('0'));
  return numberText(sum);
}
