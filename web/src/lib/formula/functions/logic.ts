/** IF, AND, OR, NOT, ISBLANK. They read from left to right and stop when the answer is known. */
import { asTruth, type Value } from '../values';

import { MANY, SCALAR, TRUTH, type Arguments, type Function } from './base';

/** Whether some argument has this truth; none after it is read. */
function some(given: Arguments, truth: boolean): boolean {
  for (const value of given.values()) if (asTruth(value) === truth) return true;
  return false;
}

const isBlank = (value: Value): boolean => value === null || value === '';

export const LOGIC: Function[] = [
  {
    name: 'IF',
    call: (given) => given.value(asTruth(given.value(0)) ? 1 : 2),
    takes: [TRUTH, SCALAR],
    gives: null,
    least: 2,
    most: 3,
    passesFrom: 1,
  },
  {
    name: 'AND',
    call: (given) => !some(given, false),
    takes: [TRUTH],
    gives: 'boolean',
    least: 1,
    most: MANY,
  },
  { name: 'OR', call: (given) => some(given, true), takes: [TRUTH], gives: 'boolean', least: 1, most: MANY },
  {
    name: 'NOT',
    call: (given) => !asTruth(given.value(0)),
    takes: [TRUTH],
    gives: 'boolean',
    least: 1,
    most: 1,
  },
  {
    name: 'ISBLANK',
    call: (given) => isBlank(given.value(0)),
    takes: [SCALAR],
    gives: 'boolean',
    least: 1,
    most: 1,
  },
];
