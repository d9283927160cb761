/** ROUND (half away from zero; negative places round to tens, hundreds ...) and ABS. */
import { FormulaError } from '../faults';
import { asInteger, asNumber, bounded, PLACES, roundPlaces, type Value } from '../values';

import { NUMBER, type Arguments, type Function } from './base';

function round(given: Arguments): Value {
  const places = asInteger(given.value(1));
  if (Math.abs(places) > PLACES) throw new FormulaError('formula_round_places', 0, { limit: PLACES });
  return bounded(roundPlaces(asNumber(given.value(0)), places));
}

export const NUMBERS: Function[] = [
  { name: 'ROUND', call: round, takes: [NUMBER], gives: 'number', least: 1, most: 2 },
  {
    name: 'ABS',
    call: (given) => asNumber(given.value(0)).abs(),
    takes: [NUMBER],
    gives: 'number',
    least: 1,
    most: 1,
  },
];
