/** How many places numbers have, as the server has it. */
import { minorUnits } from '@/lib/format/currency';

import type { Field } from './definition';
import type { FigureKind } from './field-type';
import { fieldType, typeOf } from './registry';

const ALL_PLACES = 12;
const PERCENT_PLACES = 2;

/** What may be typed: of a percentage the places before its sign. */
export function placesOfField(field: Field): number {
  const { options = {} } = field;
  const { figure } = typeOf(field);
  if (figure === 'amount') return options.decimals ?? minorUnits(options.currency ?? 'CNY');
  return options.decimals ?? (figure === 'rate' ? PERCENT_PLACES : ALL_PLACES);
}

/** To which a formula's result is rounded when it is stored: a fraction has two places more than its percentage. */
export function placesOfResult({ options = {} }: Field): number {
  const { result = 'number', currency = 'CNY', decimals } = options;
  const { figure } = fieldType(result);
  if (figure === 'amount') return decimals ?? minorUnits(currency);
  if (decimals === undefined) return ALL_PLACES;
  return Math.min(figure === 'rate' ? decimals + 2 : decimals, ALL_PLACES);
}

/** As many as a builder may set. */
export const MOST_DECIMALS: Record<FigureKind, number> = {
  number: ALL_PLACES,
  amount: 6,
  rate: ALL_PLACES - 2,
};
