/** How many places numbers have, as the server has it. */
import { minorUnits } from '@/lib/format/currency';

import type { Field } from './definition';

const ALL_PLACES = 12;
const PERCENT_PLACES = 2;

/** What may be typed: of a percentage the places before its sign. */
export function placesOfField({ type, options = {} }: Field): number {
  if (type === 'money') return options.decimals ?? minorUnits(options.currency ?? 'CNY');
  return options.decimals ?? (type === 'percent' ? PERCENT_PLACES : ALL_PLACES);
}

/** To which a formula's result is rounded when it is stored: a fraction has two places more than its percentage. */
export function placesOfResult({ options = {} }: Field): number {
  const { result, currency = 'CNY', decimals } = options;
  if (result === 'money') return decimals ?? minorUnits(currency);
  if (decimals === undefined) return ALL_PLACES;
  return Math.min(result === 'percent' ? decimals + 2 : decimals, ALL_PLACES);
}

/** As many as a builder may set. */
export const MOST_DECIMALS = { number: ALL_PLACES, money: 6, percent: ALL_PLACES - 2 } as const;
