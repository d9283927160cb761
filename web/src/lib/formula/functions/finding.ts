/**
 * FIRST, LAST, INDEX, MATCH, XLOOKUP: a cell of a column by its place or by what stands beside it. What is not there is a
 * blank and no error, so that a form whose lines are still empty can be saved.
 */
import { FormulaError } from '../faults';
import { isBlank, same } from '../ordering';
import { asInteger, decimal, type Value } from '../values';

import type { Arguments, Bodies } from './base';

const isFilled = (cell: Value): boolean => !isBlank(cell);

function index(given: Arguments): Value {
  const cells = given.column(0);
  const row = asInteger(given.value(1));
  return cells[row - 1] ?? null;
}

const place = (wanted: Value, cells: Value[]): number => cells.findIndex((cell) => same(cell, wanted));

function match(given: Arguments): Value {
  const wanted = given.value(0);
  const found = place(wanted, given.column(1));
  return found === -1 ? null : decimal(found + 1);
}

function lookUp(given: Arguments): Value {
  const wanted = given.value(0);
  const [searched, answers] = [given.column(1), given.column(2)];
  if (searched.length !== answers.length) throw new FormulaError('formula_columns_differ');
  const found = place(wanted, searched);
  return found === -1 ? given.value(3) : (answers[found] ?? null);
}

export const FINDING: Bodies = {
  FIRST: (given) => given.column(0).find(isFilled) ?? null,
  LAST: (given) => given.column(0).findLast(isFilled) ?? null,
  INDEX: index,
  MATCH: match,
  XLOOKUP: lookUp,
};
