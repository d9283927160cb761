/** What a roll-up comes to, as far as its values go; and which fields it can be made of. The server decides the same. */
import { omit } from '@/lib/editing/omit';

import type { Field, FieldOptions, LookupSource, RollupFunction } from '../../definition';
import { columnsOf, fieldType, shownType, typeOf, valuesOf } from '../../registry';

const COUNTS: RollupFunction[] = ['count', 'distinct'];
const AVERAGE_PLACES = 2;

/** The field that it is shown and reckoned with as, under its own id and name. */
export function resultOf(field: Field): Field {
  const { function: made = 'count', source } = field.options ?? {};
  if (COUNTS.includes(made) || source?.type === undefined)
    return { ...field, type: 'number', options: COUNTS.includes(made) ? { decimals: 0 } : {} };
  const options = omit(omit(source.options ?? {}, 'min'), 'max');
  const from: Field = { ...field, type: source.type, options };
  // Also a rating: the sum of several is out of nothing.
  const result: Field = typeOf(from).figure === 'number' ? { ...from, type: 'number' } : from;
  if (made !== 'avg' || shownType(result) === 'money') return result;
  const decimals = Math.max(options.decimals ?? AVERAGE_PLACES, AVERAGE_PLACES);
  return { ...result, options: { ...options, decimals } };
}

/** What nothing comes to. */
export function beginningOf({ options }: Field): string | undefined {
  return ['count', 'distinct', 'sum'].includes(options?.function ?? 'count') ? '0' : undefined;
}

export interface Offered {
  path: string;
  field: Field;
  /** The lines that it is a column of. */
  lines?: Field;
}

/** What of a form can be rolled up in this way. */
export function offeredFor(made: RollupFunction, fields: Field[]): Offered[] {
  return fields.flatMap<Offered>((field) => [
    ...(suits(made, field, false) ? [{ path: field.id, field }] : []),
    ...columnsOf(field)
      .filter((column) => suits(made, column, true))
      .map((column) => ({ path: `${field.id}.${column.id}`, field: column, lines: field })),
  ]);
}

function suits(made: RollupFunction, field: Field, column: boolean): boolean {
  const { holds } = typeOf(valuesOf(field));
  const { compare, figure } = fieldType(shownType(field));
  if (made === 'count' || holds !== undefined) return false;
  if (compare === 'record') return made === 'distinct' && !column;
  if (made === 'sum' || made === 'avg') return figure !== undefined;
  if (made === 'min' || made === 'max') return isOrdered(field);
  return !column;
}

/** A number, a day or a moment: it has a first and a last. */
export function isOrdered(field: Field): boolean {
  return ['decimal', 'date', 'datetime'].includes(fieldType(shownType(field)).compare);
}

/** What the field of the other form is to this one. */
export function sourceOf(field: Field): LookupSource {
  const { type, options = {} } = valuesOf(field);
  return { type, options: omit(options, 'expression') };
}

/** The options with another function: what it is made of stays as far as it suits. */
export function withFunction(options: FieldOptions, made: RollupFunction, fields: Field[]): FieldOptions {
  const { of, source, by, ...kept } = options;
  const stays = offeredFor(made, fields).some(({ path }) => path === of);
  return {
    ...kept,
    function: made,
    ...(stays && of !== undefined ? { of, ...(source ? { source } : {}) } : {}),
    ...(by !== undefined && (made === 'first' || made === 'last') ? { by } : {}),
  };
}
