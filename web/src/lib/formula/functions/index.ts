/** The functions of the formula language, by name: a row of the table, which the server has too, and a body here. */
import { FormulaError } from '../faults';

import type { Bodies, Function, Row } from './base';
import { CONDITIONAL } from './conditional';
import { DATES } from './dates';
import { FINDING } from './finding';
import { LISTS } from './lists';
import { LOGIC } from './logic';
import { NUMBERS } from './numbers';
import { ROUNDING } from './rounding';
import table from './table.json';
import { TEXTS } from './texts';
import { WORKING_DAYS } from './working-days';

export const BODIES: Bodies = {
  ...CONDITIONAL,
  ...DATES,
  ...FINDING,
  ...LISTS,
  ...LOGIC,
  ...NUMBERS,
  ...ROUNDING,
  ...TEXTS,
  ...WORKING_DAYS,
};

/** One that this app has no body for was not there when the app was made: formulas with it come out blank. */
export const FUNCTIONS: ReadonlyMap<string, Function> = new Map(
  (table as unknown as Row[]).flatMap((row) => {
    const call = BODIES[row.name];
    return call ? [[row.name, { ...row, call }] as const] : [];
  }),
);

/** Throws FormulaError formula_unknown_function. */
export function find(name: string, at = 0): Function {
  const found = FUNCTIONS.get(name);
  if (!found) throw new FormulaError('formula_unknown_function', at, { name });
  return found;
}
