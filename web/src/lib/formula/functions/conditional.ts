/** COUNTIF, SUMIF, AVERAGEIF and those with several conditions: rows of one lines field, chosen by what a cell holds. */
import { FormulaError } from '../faults';
import { meets } from '../ordering';
import { decimal, type Value } from '../values';

import type { Arguments, Bodies } from './base';
import { average, total } from './lists';

/** Of each row whether it meets all conditions; column and condition take turns from `first` on. */
function chosen(given: Arguments, first: number): boolean[] {
  let found: boolean[] | undefined;
  for (let index = first; index < given.length; index += 2) {
    const cells = given.column(index);
    const criterion = given.value(index + 1);
    const one = cells.map((cell) => meets(cell, criterion));
    if (found && found.length !== one.length) throw new FormulaError('formula_columns_differ');
    found = found ? found.map((both, row) => both && one[row] === true) : one;
  }
  return found ?? [];
}

/** Cells of the third argument, or of the first, in rows whose first cell meets the second. */
function cellsIf(given: Arguments): Value[] {
  const tested = given.column(0);
  const criterion = given.value(1);
  const cells = given.length > 2 ? given.column(2) : tested;
  return picked(
    cells,
    tested.map((cell) => meets(cell, criterion)),
  );
}

function picked(cells: Value[], rows: boolean[]): Value[] {
  if (cells.length !== rows.length) throw new FormulaError('formula_columns_differ');
  return cells.filter((cell, row) => rows[row] && cell !== null);
}

const count = (given: Arguments): Value => decimal(chosen(given, 0).filter(Boolean).length);

export const CONDITIONAL: Bodies = {
  COUNTIF: count,
  COUNTIFS: count,
  SUMIF: (given) => total(cellsIf(given)),
  SUMIFS: (given) => total(picked(given.column(0), chosen(given, 1))),
  AVERAGEIF: (given) => average(cellsIf(given)),
};
