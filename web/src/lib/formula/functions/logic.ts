/** IF, IFS, SWITCH, AND, OR, NOT, XOR and what stands in for a blank. They stop reading when the answer is known. */
import { FormulaError } from '../faults';
import { isBlank, same } from '../ordering';
import { asTruth, type Value } from '../values';

import type { Arguments, Bodies } from './base';

/** Whether some argument has this truth; none after it is read. */
function some(given: Arguments, truth: boolean): boolean {
  for (const value of given.values()) if (asTruth(value) === truth) return true;
  return false;
}

function ifs(given: Arguments): Value {
  for (let index = 0; index < given.length; index += 2) {
    if (asTruth(given.value(index))) return given.value(index + 1);
  }
  return null;
}

function switched(given: Arguments): Value {
  const value = given.value(0);
  const count = given.length;
  for (let index = 1; index < count - 1; index += 2) {
    if (same(given.value(index), value)) return given.value(index + 1);
  }
  return count % 2 === 0 ? given.value(count - 1) : null;
}

function coalesce(given: Arguments): Value {
  for (const value of given.values()) if (!isBlank(value)) return value;
  return null;
}

/** A record's whole budget of work is no error of one formula, so that is told all the same. */
function ifError(given: Arguments): Value {
  try {
    return given.value(0);
  } catch (error) {
    if (!(error instanceof FormulaError) || error.code === 'formula_too_much_work') throw error;
  }
  return given.value(1);
}

export const LOGIC: Bodies = {
  IF: (given) => given.value(asTruth(given.value(0)) ? 1 : 2),
  IFS: ifs,
  SWITCH: switched,
  AND: (given) => !some(given, false),
  OR: (given) => some(given, true),
  NOT: (given) => !asTruth(given.value(0)),
  XOR: (given) => [...given.values()].filter(asTruth).length % 2 === 1,
  ISBLANK: (given) => isBlank(given.value(0)),
  IFBLANK: coalesce,
  COALESCE: coalesce,
  IFERROR: ifError,
};
