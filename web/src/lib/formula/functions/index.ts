/** The functions of the formula language, by name. A function is added to one of these files; there is no other way. */
import { FormulaError } from '../faults';

import type { Function } from './base';
import { DATES } from './dates';
import { LISTS } from './lists';
import { LOGIC } from './logic';
import { NUMBERS } from './numbers';
import { TEXTS } from './texts';

export const FUNCTIONS: ReadonlyMap<string, Function> = new Map(
  [...DATES, ...LISTS, ...LOGIC, ...NUMBERS, ...TEXTS].map((each) => [each.name, each]),
);

/** Throws FormulaError formula_unknown_function. */
export function find(name: string, at = 0): Function {
  const found = FUNCTIONS.get(name);
  if (!found) throw new FormulaError('formula_unknown_function', at, { name });
  return found;
}
