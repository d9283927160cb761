/** The values of a formula and their exact arithmetic: decimals of 40 digits, half up, bounded in size. */
import { Decimal } from 'decimal.js';

import { FormulaError } from './faults';

/** 28 digits before the point and 12 behind, the widest value of a field, are exact. */
const Exact = Decimal.clone({
  precision: 40,
  rounding: Decimal.ROUND_HALF_UP,
  toExpNeg: -9e15,
  toExpPos: 9e15,
});
/** For what is reckoned between the digits of two numbers: it stays exact. */
const Wide = Exact.clone({ precision: 120, modulo: Decimal.ROUND_DOWN });
const LARGEST = new Exact('1e28');
const DAY = 86_400_000;
const FIRST_DAY = Date.parse('0001-01-01') / DAY;
const LAST_DAY = Date.parse('9999-12-31') / DAY;

export const PLACES = 12;
export const MAX_TEXT = 10_000;
const MAX_POWER = 100;

/** A calendar day, as the number of days since 1970-01-01: no hours, so no time zone can shift it. */
export class Day {
  constructor(readonly number: number) {
    if (number < FIRST_DAY || number > LAST_DAY) throw new FormulaError('formula_too_large');
  }

  /** `text` is 2026-11-22. */
  static of(text: string): Day {
    return new Day(Date.parse(`${text}T00:00:00Z`) / DAY);
  }

  iso(): string {
    return new Date(this.number * DAY).toISOString().slice(0, 10);
  }
}

/** `2026-10-01`; null if there is no such day. */
export function readDay(text: string): Day | null {
  const time = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(time) || text < '0001-01-01') return null;
  const day = Day.of(text);
  return day.iso() === text ? day : null;
}

export type Value = Decimal | string | boolean | Day | null;

/** What a value is, known when a form is published; `any` where only the values tell. */
export type Kind = 'number' | 'text' | 'boolean' | 'date' | 'blank' | 'any';

export function decimal(value: string | number | Decimal): Decimal {
  return new Exact(value);
}

export const ZERO = decimal(0);

export function kindOf(value: Value): Kind {
  if (value === null) return 'blank';
  if (typeof value === 'boolean') return 'boolean';
  if (typeof value === 'string') return 'text';
  return value instanceof Day ? 'date' : 'number';
}

export function bounded(number: Decimal): Decimal {
  if (number.abs().gte(LARGEST)) throw new FormulaError('formula_too_large');
  return number;
}

export function boundedText(text: string): string {
  if (Array.from(text).length > MAX_TEXT) throw new FormulaError('formula_too_large');
  return text;
}

export const add = (left: Decimal, right: Decimal): Decimal => bounded(left.plus(right));

export const subtract = (left: Decimal, right: Decimal): Decimal => bounded(left.minus(right));

export const multiply = (left: Decimal, right: Decimal): Decimal => bounded(left.times(right));

export function divide(left: Decimal, right: Decimal): Decimal {
  if (right.isZero()) throw new FormulaError('formula_div_zero');
  return bounded(left.div(right));
}

/** Repeated multiplication, rounded at each step, so that every evaluator gets the same digits. */
export function power(base: Decimal, exponent: Decimal): Decimal {
  if (!exponent.isInteger() || exponent.abs().gt(MAX_POWER))
    throw new FormulaError('formula_power', 0, { limit: MAX_POWER });
  let result = decimal(1);
  for (let times = exponent.abs().toNumber(); times > 0; times -= 1) result = multiply(result, base);
  return exponent.isNegative() ? divide(decimal(1), result) : result;
}

/** Exact, with the sign of the number; the divisor is not 0. */
export function remainder(number: Decimal, divisor: Decimal): Decimal {
  return decimal(new Wide(number).mod(divisor));
}

/** Its whole part, exact; the divisor is not 0. */
export function quotient(number: Decimal, divisor: Decimal): Decimal {
  const wide = new Wide(number);
  return new Exact(wide.minus(wide.mod(divisor)).div(divisor));
}

/** Throws FormulaError formula_negative_root. */
export function squareRoot(number: Decimal): Decimal {
  if (number.lt(0)) throw new FormulaError('formula_negative_root');
  return number.sqrt();
}

/** Half away from zero unless `rounding` says otherwise; `places` may be negative (hundreds). */
export function roundPlaces(
  number: Decimal,
  places: number,
  rounding: Decimal.Rounding = Decimal.ROUND_HALF_UP,
): Decimal {
  if (places >= 0) return number.toDecimalPlaces(places, rounding);
  const unit = decimal(10).pow(-places);
  return number.div(unit).toDecimalPlaces(0, rounding).times(unit);
}

/** Plain notation with at most 12 places and no needless zeros: what `&` joins and what is stored. */
export function numberText(number: Decimal): string {
  const text = roundPlaces(number, PLACES).toFixed();
  return text === '-0' ? '0' : text;
}

export function asText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  return value instanceof Day ? value.iso() : numberText(value);
}

export function asNumber(value: Value): Decimal {
  if (value === null) return ZERO;
  if (kindOf(value) === 'number') return value as Decimal;
  throw wrongKind(value, 'number');
}

export function asTruth(value: Value): boolean {
  if (value === null) return false;
  if (typeof value === 'boolean') return value;
  if (kindOf(value) === 'number') return !(value as Decimal).isZero();
  throw wrongKind(value, 'boolean');
}

export function asInteger(value: Value): number {
  const number = asNumber(value);
  if (!number.isInteger()) throw new FormulaError('formula_whole_number', 0, { found: numberText(number) });
  return number.toNumber();
}

export function wrongKind(value: Value, expected: Kind): FormulaError {
  return new FormulaError('formula_type', 0, { found: kindOf(value), expected });
}
