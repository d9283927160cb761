/** SUM, AVERAGE, MIN, MAX, COUNT over columns and single values; blanks do not count. */
import type { Decimal } from 'decimal.js';

import { add, asNumber, Day, decimal, divide, kindOf, wrongKind, ZERO, type Value } from '../values';

import { MANY, NUMBER, ORDERED, SCALAR, type Arguments, type Function } from './base';

function sum(given: Arguments): Decimal {
  return given.cells().reduce<Decimal>((total, cell) => add(total, asNumber(cell)), ZERO);
}

/** Of nothing: a blank, so that a form whose lines are still empty can be saved. */
function average(given: Arguments): Value {
  const count = given.cells().length;
  return count > 0 ? divide(sum(given), decimal(count)) : null;
}

function extreme(cells: NonNullable<Value>[], sign: 1 | -1): Value {
  const [first, ...rest] = cells;
  if (first === undefined) return null;
  const kind = kindOf(first);
  const wrong = cells.find((cell) => kindOf(cell) !== kind || !['date', 'number'].includes(kind));
  if (wrong !== undefined) throw wrongKind(kind === 'number' ? wrong : first, 'number');
  return rest.reduce((best, cell) => (sign * compare(cell, best) > 0 ? cell : best), first);
}

function compare(left: Value, right: Value): number {
  if (left instanceof Day && right instanceof Day) return left.number - right.number;
  return asNumber(left).cmp(asNumber(right));
}

const over = { least: 1, most: MANY, lists: true };

export const LISTS: Function[] = [
  { name: 'SUM', call: sum, takes: [NUMBER], gives: 'number', ...over },
  { name: 'AVERAGE', call: average, takes: [NUMBER], gives: 'number', ...over },
  { name: 'MIN', call: (given) => extreme(given.cells(), -1), takes: [ORDERED], gives: null, ...over },
  { name: 'MAX', call: (given) => extreme(given.cells(), 1), takes: [ORDERED], gives: null, ...over },
  {
    name: 'COUNT',
    call: (given) => decimal(given.cells().length),
    takes: [SCALAR],
    gives: 'number',
    ...over,
  },
];
