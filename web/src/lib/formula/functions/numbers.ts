/** ROUND (half away from zero; negative places round to tens, hundreds ...), ABS, and CONVERT between currencies. */
import { FormulaError } from '../faults';
import {
  asInteger,
  asNumber,
  asText,
  bounded,
  multiply,
  PLACES,
  roundPlaces,
  ZERO,
  type Value,
} from '../values';

import { NUMBER, TEXT, type Arguments, type Function } from './base';

function round(given: Arguments): Value {
  const places = asInteger(given.value(1));
  if (Math.abs(places) > PLACES) throw new FormulaError('formula_round_places', 0, { limit: PLACES });
  return bounded(roundPlaces(asNumber(given.value(0)), places));
}

/** As the server has them. */
const CURRENCIES = ['CNY', 'USD', 'EUR', 'GBP', 'HKD', 'TWD', 'SGD', 'JPY', 'KRW'];

/** Amount times rate. A missing rate is an error: counted as 0 it would make the amount vanish. */
function convert(given: Arguments): Value {
  const amount = given.value(0);
  const currency = asText(given.value(2));
  if (!CURRENCIES.includes(currency))
    throw new FormulaError('formula_convert_currency', 0, { found: currency.slice(0, 10) });
  if (amount === null) return null;
  const number = asNumber(amount);
  if (number.isZero()) return ZERO;
  const rate = asNumber(given.value(1));
  if (rate.lte(0)) throw new FormulaError('formula_convert_rate');
  return multiply(number, rate);
}

export const NUMBERS: Function[] = [
  { name: 'ROUND', call: round, takes: [NUMBER], gives: 'number', least: 1, most: 2 },
  {
    name: 'CONVERT',
    call: convert,
    takes: [NUMBER, NUMBER, TEXT],
    gives: 'number',
    least: 3,
    most: 3,
  },
  {
    name: 'ABS',
    call: (given) => asNumber(given.value(0)).abs(),
    takes: [NUMBER],
    gives: 'number',
    least: 1,
    most: 1,
  },
];
