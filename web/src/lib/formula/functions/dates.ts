/** TODAY and DATEDIF. Whole units between two days, negative if the end lies before the start. */
import { FormulaError } from '../faults';
import { asText, Day, decimal, wrongKind, type Value } from '../values';

import { DATE, TEXT, type Arguments, type Function } from './base';

function difference(given: Arguments): Value {
  const [start, end] = [given.value(0), given.value(1)];
  const unit = asText(given.value(2)).toUpperCase();
  if (unit !== 'D' && unit !== 'M' && unit !== 'Y')
    throw new FormulaError('formula_date_unit', 0, { found: unit.slice(0, 10) });
  if (start === null || end === null) return null;
  if (!(start instanceof Day)) throw wrongKind(start, 'date');
  if (!(end instanceof Day)) throw wrongKind(end, 'date');
  return decimal(start.number <= end.number ? between(start, end, unit) : -between(end, start, unit));
}

function between(start: Day, end: Day, unit: 'D' | 'M' | 'Y'): number {
  if (unit === 'D') return end.number - start.number;
  const [from, to] = [parts(start), parts(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month - (to.day < from.day ? 1 : 0);
  return unit === 'M' ? months : Math.floor(months / 12);
}

function parts(day: Day): { year: number; month: number; day: number } {
  const [year = 0, month = 0, date = 0] = day.iso().split('-').map(Number);
  return { year, month, day: date };
}

export const DATES: Function[] = [
  { name: 'TODAY', call: ({ today }) => today, takes: [], gives: 'date', least: 0, most: 0 },
  { name: 'DATEDIF', call: difference, takes: [DATE, DATE, TEXT], gives: 'number', least: 3, most: 3 },
];
