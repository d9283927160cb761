/** ROUND and its like: to places (half away from zero, up, down), to a multiple, to a whole number. */
import { Decimal } from 'decimal.js';

import { FormulaError } from '../faults';
import {
  add,
  asInteger,
  asNumber,
  bounded,
  decimal,
  PLACES,
  quotient,
  remainder,
  roundPlaces,
  subtract,
  ZERO,
  type Value,
} from '../values';

import type { Arguments, Bodies } from './base';

function toPlaces(given: Arguments, rounding: Decimal.Rounding = Decimal.ROUND_HALF_UP): Value {
  const number = asNumber(given.value(0));
  const places = asInteger(given.value(1));
  if (Math.abs(places) > PLACES) throw new FormulaError('formula_round_places', 0, { limit: PLACES });
  return bounded(roundPlaces(number, places, rounding));
}

/** The number and the size of the multiple, without its sign. Throws FormulaError formula_div_zero. */
function multiple(given: Arguments): [Decimal, Decimal] {
  const step = given.length > 1 ? asNumber(given.value(1)).abs() : decimal(1);
  const number = asNumber(given.value(0));
  if (step.isZero()) throw new FormulaError('formula_div_zero');
  return [number, step];
}

const isBelow = (number: Decimal): boolean => number.lt(0);

/** The next multiple of `step`, which is above 0, that is not above the number. */
function down(number: Decimal, step: Decimal): Decimal {
  const rest = remainder(number, step);
  return subtract(subtract(number, rest), isBelow(rest) ? step : ZERO);
}

function up(number: Decimal, step: Decimal): Decimal {
  const rest = remainder(number, step);
  return add(subtract(number, rest), rest.gt(0) ? step : ZERO);
}

function nearest(number: Decimal, step: Decimal): Decimal {
  const rest = remainder(number.abs(), step);
  const size = add(subtract(number.abs(), rest), add(rest, rest).gte(step) ? step : ZERO);
  return isBelow(number) ? size.neg() : size;
}

function divided(given: Arguments): [Decimal, Decimal] {
  const number = asNumber(given.value(0));
  const divisor = asNumber(given.value(1));
  if (divisor.isZero()) throw new FormulaError('formula_div_zero');
  return [number, divisor];
}

function modulo(number: Decimal, divisor: Decimal): Decimal {
  const rest = remainder(number, divisor);
  return !rest.isZero() && isBelow(rest) !== isBelow(divisor) ? add(rest, divisor) : rest;
}

export const ROUNDING: Bodies = {
  ROUND: (given) => toPlaces(given),
  ROUNDUP: (given) => toPlaces(given, Decimal.ROUND_UP),
  ROUNDDOWN: (given) => toPlaces(given, Decimal.ROUND_DOWN),
  TRUNC: (given) => toPlaces(given, Decimal.ROUND_DOWN),
  INT: (given) => down(asNumber(given.value(0)), decimal(1)),
  CEILING: (given) => up(...multiple(given)),
  FLOOR: (given) => down(...multiple(given)),
  MROUND: (given) => nearest(...multiple(given)),
  MOD: (given) => modulo(...divided(given)),
  QUOTIENT: (given) => bounded(quotient(...divided(given))),
};
