/** CONCAT, LEN, UPPER, LOWER, TEXT. LEN counts characters (an emoji is one or more code points), never bytes. */
import type { Decimal } from 'decimal.js';

import { FormulaError } from '../faults';
import { asNumber, asText, boundedText, Day, decimal, multiply, roundPlaces, type Value } from '../values';

import { MANY, ORDERED, SCALAR, TEXT, type Arguments, type Function } from './base';

const MAX_PATTERN = 40;
const NUMBER_PATTERN = /^(?<comma>#,##)?0(?:\.(?<places>0{1,12}))?(?<percent>%)?$/;
const DATE_PART = /yyyy|mm|m|dd|d/g;
const DATE_PATTERN = /^(?:yyyy|mm|m|dd|d|[-/. 年月日])+$/;

function text(given: Arguments): string {
  const value = given.value(0);
  const pattern = asText(given.value(1));
  if (value === null) return '';
  if (Array.from(pattern).length > MAX_PATTERN) throw unknownPattern(pattern.slice(0, MAX_PATTERN));
  return value instanceof Day ? dateText(value, pattern) : numberText(asNumber(value), pattern);
}

function numberText(number: Decimal, pattern: string): string {
  const groups = NUMBER_PATTERN.exec(pattern)?.groups;
  if (!groups) throw unknownPattern(pattern);
  const shown = groups.percent ? multiply(number, decimal(100)) : number;
  const places = groups.places?.length ?? 0;
  const rounded = roundPlaces(shown, places);
  const plain = (rounded.isZero() ? rounded.abs() : rounded).toFixed(places);
  return (
    (groups.comma ? plain.replace(/\B(?<!\.\d*)(?=(\d{3})+(?!\d))/g, ',') : plain) + (groups.percent ?? '')
  );
}

function dateText(day: Day, pattern: string): string {
  if (!DATE_PATTERN.test(pattern)) throw unknownPattern(pattern);
  const [year = '', month = '', date = ''] = day.iso().split('-');
  const parts: Record<string, string> = {
    yyyy: year,
    mm: month,
    m: String(Number(month)),
    dd: date,
    d: String(Number(date)),
  };
  return pattern.replace(DATE_PART, (found) => parts[found] ?? found);
}

function unknownPattern(found: string): FormulaError {
  return new FormulaError('formula_text_pattern', 0, { found });
}

function concat(given: Arguments): string {
  let joined = '';
  for (const value of given.values()) joined = boundedText(joined + asText(value));
  return joined;
}

const one = { takes: [SCALAR], least: 1, most: 1 };
const first = (given: Arguments): Value => given.value(0);

export const TEXTS: Function[] = [
  { name: 'CONCAT', call: concat, takes: [SCALAR], gives: 'text', least: 1, most: MANY },
  {
    name: 'LEN',
    call: (given) => decimal(Array.from(asText(first(given))).length),
    gives: 'number',
    ...one,
  },
  { name: 'UPPER', call: (given) => boundedText(asText(first(given)).toUpperCase()), gives: 'text', ...one },
  { name: 'LOWER', call: (given) => boundedText(asText(first(given)).toLowerCase()), gives: 'text', ...one },
  { name: 'TEXT', call: text, takes: [ORDERED, TEXT], gives: 'text', least: 2, most: 2 },
];
