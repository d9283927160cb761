/** TEXT: a number or a date in a pattern. */
import type { Decimal } from 'decimal.js';

import { weekdayOf } from '../calendar';
import { FormulaError } from '../faults';
import { asNumber, Day, decimal, multiply, roundPlaces, type Value } from '../values';

const MAX_PATTERN = 40;
const NUMBER = /^(?<sign>[¥￥$€£]?)(?<comma>#,##)?(?<digits>0{1,12})(?:\.(?<places>0{1,12}))?(?<percent>%)?$/;
const DATE_PART = /aaaa|aaa|yyyy|yy|mm|m|dd|d/g;
const DATE = /^(?:aaaa|aaa|yyyy|yy|mm|m|dd|d|[-/. 年月日()（）])+$/;
const WEEKDAYS = Array.from('一二三四五六日');

/** Throws FormulaError formula_text_pattern. */
export function patterned(value: Value, pattern: string): string {
  if (value === null) return '';
  if (Array.from(pattern).length > MAX_PATTERN) throw unknown(pattern.slice(0, MAX_PATTERN));
  return value instanceof Day ? dated(value, pattern) : numbered(asNumber(value), pattern);
}

function numbered(number: Decimal, pattern: string): string {
  const groups = NUMBER.exec(pattern)?.groups;
  const { sign = '', comma, digits = '', places = '', percent = '' } = groups ?? {};
  if (!groups || (comma !== undefined && digits.length > 1)) throw unknown(pattern);
  const shown = percent ? multiply(number, decimal(100)) : number;
  const rounded = roundPlaces(shown, places.length);
  const [whole = '', rest] = rounded.abs().toFixed(places.length).split('.');
  const grouped = comma ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole.padStart(digits.length, '0');
  return (rounded.lt(0) ? '-' : '') + sign + grouped + (rest === undefined ? '' : `.${rest}`) + percent;
}

function dated(day: Day, pattern: string): string {
  if (!DATE.test(pattern)) throw unknown(pattern);
  const [year = '', month = '', date = ''] = day.iso().split('-');
  const weekday = WEEKDAYS[weekdayOf(day)] ?? '';
  const parts: Record<string, string> = {
    yyyy: year,
    yy: year.slice(2),
    mm: month,
    m: String(Number(month)),
    dd: date,
    d: String(Number(date)),
    aaaa: `星期${weekday}`,
    aaa: weekday,
  };
  return pattern.replace(DATE_PART, (found) => parts[found] ?? found);
}

function unknown(found: string): FormulaError {
  return new FormulaError('formula_text_pattern', 0, { found });
}
