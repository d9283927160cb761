/** SUM, AVERAGE, MIN, MAX, COUNT and their like over columns and single values; blanks do not count. */
import type { Decimal } from 'decimal.js';

import { FormulaError } from '../faults';
import { isBlank } from '../ordering';
import {
  add,
  asNumber,
  asText,
  asTruth,
  boundedText,
  Day,
  decimal,
  divide,
  kindOf,
  MAX_TEXT,
  multiply,
  wrongKind,
  ZERO,
  type Value,
} from '../values';

import type { Arguments, Bodies } from './base';

export function total(cells: readonly Value[]): Decimal {
  return cells.reduce<Decimal>((sum, cell) => add(sum, asNumber(cell)), ZERO);
}

/** Of nothing: a blank, so that a form whose lines are still empty can be saved. */
export function average(cells: readonly Value[]): Value {
  return cells.length > 0 ? divide(total(cells), decimal(cells.length)) : null;
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

const count = (given: Arguments): Value => decimal(given.cells().length);

function different(given: Arguments): Value {
  const keys = given.cells().flatMap((cell) => (cell === '' ? [] : [`${kindOf(cell)} ${asText(cell)}`]));
  return decimal(new Set(keys).size);
}

const sorted = (cells: readonly Value[]): Decimal[] =>
  cells.map((cell) => asNumber(cell)).sort((left, right) => left.cmp(right));

function median(given: Arguments): Value {
  const numbers = sorted(given.cells());
  const middle = Math.floor(numbers.length / 2);
  const [below, found] = [numbers[middle - 1], numbers[middle]];
  if (!found) return null;
  return numbers.length % 2 === 1 || !below ? found : divide(add(below, found), decimal(2));
}

/** The k-th; a blank if there are fewer. */
function nth(given: Arguments, largest: boolean): Value {
  const numbers = sorted(given.column(0).filter((cell) => cell !== null));
  const number = given.whole(1, 1, 1, 10_000);
  return numbers.at(largest ? -number : number - 1) ?? null;
}

/** Row by row; a blank cell makes its row 0. */
function sumProduct(given: Arguments): Value {
  const columns = Array.from({ length: given.length }, (_, index) => given.column(index));
  const [first = []] = columns;
  if (columns.some(({ length }) => length !== first.length)) throw new FormulaError('formula_columns_differ');
  return first.reduce<Decimal>(
    (sum, _, row) =>
      add(
        sum,
        columns.reduce<Decimal>((found, cells) => multiply(found, asNumber(cells[row] ?? null)), decimal(1)),
      ),
    ZERO,
  );
}

function product(given: Arguments): Value {
  const cells = given.cells();
  if (cells.length === 0) return ZERO;
  return cells.reduce<Decimal>((found, cell) => multiply(found, asNumber(cell)), decimal(1));
}

function textJoin(given: Arguments): Value {
  const between = asText(given.value(0));
  const skips = asTruth(given.value(1));
  const texts = given.every(2).map(asText);
  const kept = texts.filter((text) => text !== '' || !skips);
  const size = kept.reduce((sum, { length }) => sum + length, between.length * Math.max(kept.length - 1, 0));
  if (size > 2 * MAX_TEXT) throw new FormulaError('formula_too_large');
  return boundedText(kept.join(between));
}

export const LISTS: Bodies = {
  SUM: (given) => total(given.cells()),
  AVERAGE: (given) => average(given.cells()),
  MIN: (given) => extreme(given.cells(), -1),
  MAX: (given) => extreme(given.cells(), 1),
  COUNT: count,
  COUNTA: count,
  COUNTBLANK: (given) => decimal(given.every().filter(isBlank).length),
  COUNTUNIQUE: different,
  MEDIAN: median,
  LARGE: (given) => nth(given, true),
  SMALL: (given) => nth(given, false),
  SUMPRODUCT: sumProduct,
  PRODUCT: product,
  TEXTJOIN: textJoin,
};
