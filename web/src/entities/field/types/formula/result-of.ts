/**
 * What a formula gives, as far as it can be told from its text: a sum of amounts is an amount in their currency. It is
 * what a new formula is set to until the builder chooses; the server decides whether the two fit.
 */
import type { Definition } from '@/entities/form/definition';
import { find, type Place } from '@/entities/form/editing/changes';
import { omit } from '@/lib/editing/omit';
import { FUNCTIONS, parse, passed, type Kind, type Node } from '@/lib/formula';

import { cellsOf } from '../../cells';
import type { Field, FieldOptions, FormulaResult } from '../../definition';
import { MOST_DECIMALS } from '../../places';
import { columnsOf, fieldType, typeOf, valuesOf } from '../../registry';

export interface Result {
  result: FormulaResult;
  currency?: string;
}

/** `figure`: a number that somebody wrote into the formula; it takes on what it is reckoned with. */
export type Unit = Result | 'figure' | null;

const NUMBER: Result = { result: 'number' };
const TEXT: Result = { result: 'text' };
const DATE: Result = { result: 'date' };
const TRUTH: Result = { result: 'boolean' };
const COMPARISONS = ['=', '<>', '<', '<=', '>', '>='];

/** null: it cannot be told, because the formula is not finished or names nothing that is known. */
export function resultOf(expression: string, definition: Definition, place: Place): Result | null {
  try {
    const unit = unitOf(parse(expression), (path) => unitOfField(fieldAt(definition, place, path)));
    return unit === 'figure' ? NUMBER : unit;
  } catch {
    return null;
  }
}

/** The options with another result: as many places as that may have, and a currency for amounts. */
export function withResult(options: FieldOptions, { result, currency }: Result): FieldOptions {
  const plain = omit(omit(options, 'currency'), 'decimals');
  const { decimals } = options;
  return {
    ...plain,
    result,
    ...(result === 'money' ? { currency: currency ?? options.currency ?? 'CNY' } : {}),
    ...(decimals !== undefined && decimals <= mostDecimals(result) ? { decimals } : {}),
  };
}

export function isResult({ result = 'number', currency }: FieldOptions, wanted: Result): boolean {
  return result === wanted.result && (result !== 'money' || currency === wanted.currency);
}

/** The field or column that a formula at `place` names by `path`. */
export function fieldAt(definition: Definition, place: Place, path: string): Field | undefined {
  const [id = '', column] = path.split('.');
  if (column !== undefined) return find(definition, { field: id, column });
  const lines = place.column === undefined ? undefined : find(definition, { field: place.field });
  const sibling = lines && columnsOf(lines).find((each) => each.id === id);
  return sibling ?? find(definition, { field: id });
}

/** What a field is in a formula; null if it cannot be named. */
export function unitOfField(field: Field | undefined): Unit {
  if (!field || !cellsOf(field).operand) return null;
  const source = valuesOf(field);
  const { result = 'number', currency = 'CNY' } = source.options ?? {};
  const { figure, dated } = source.type === 'formula' ? fieldType(result) : typeOf(source);
  if (figure === 'amount') return { result: 'money', currency };
  if (figure === 'rate') return { result: 'percent' };
  if (figure === 'number') return NUMBER;
  if (dated) return DATE;
  return result === 'boolean' ? TRUTH : TEXT;
}

function unitOf(node: Node, named: (path: string) => Unit): Unit {
  switch (node.what) {
    case 'literal':
      if (typeof node.value === 'boolean') return TRUTH;
      return typeof node.value === 'string' ? TEXT : 'figure';
    case 'reference':
      return named(node.column === '' ? node.name : `${node.name}.${node.column}`);
    case 'unary':
      return node.sign === '%' ? 'figure' : unitOf(node.operand, named);
    case 'chain':
      return node.rest.reduce(
        (unit, { sign, operand }) => combined(sign, unit, unitOf(operand, named)),
        unitOf(node.first, named),
      );
    case 'call':
      return called(node.name, node.arguments, named);
  }
}

/** As the function's row of the table says. */
function called(name: string, args: Node[], named: (path: string) => Unit): Unit {
  const found = FUNCTIONS.get(name);
  if (!found) return null;
  const units = args.map((each) => unitOf(each, named));
  const [first = null, second = null, third] = units;
  if (found.gives === null) return passed(found, units).reduce(alike, 'figure');
  if (found.gives !== 'number') return KINDS[found.gives] ?? TEXT;
  switch (found.unit) {
    case 'alike':
      return units.reduce(alike, 'figure');
    case 'first':
    case 'power':
      return first;
    case 'summed':
      return third ?? first;
    case 'product':
    case 'factors':
      return units.reduce((unit, other) => combined('*', unit, other));
    case 'quotient':
      return combined('/', first, second);
    case 'convert':
      return inCurrency(args[2]);
    default:
      return NUMBER;
  }
}

const KINDS: Partial<Record<Kind, Result>> = { text: TEXT, date: DATE, boolean: TRUTH };

function inCurrency(node: Node | undefined): Unit {
  const currency = node?.what === 'literal' ? node.value : null;
  return typeof currency === 'string' ? { result: 'money', currency } : null;
}

function combined(sign: string, left: Unit, right: Unit): Unit {
  if (sign === '&') return TEXT;
  if (COMPARISONS.includes(sign)) return TRUTH;
  if (sign === '+' || sign === '-') {
    if (is(left, 'date') && is(right, 'date')) return NUMBER;
    return is(left, 'date') || is(right, 'date') ? DATE : alike(left, right);
  }
  if (sign === '*') {
    if (is(left, 'money')) return left;
    if (is(right, 'money')) return right;
    return is(left, 'percent') && is(right, 'percent') ? left : both(left, right);
  }
  if (sign === '/' && is(left, 'money')) return is(right, 'money') ? NUMBER : left;
  return both(left, right);
}

const is = (unit: Unit, result: FormulaResult): boolean =>
  unit !== null && unit !== 'figure' && unit.result === result;

/** Of two that are added or chosen between. Amounts of two currencies are none; the server refuses them. */
function alike(left: Unit, right: Unit): Unit {
  if (left === null || right === null) return left ?? right;
  if (left === 'figure') return right;
  if (right === 'figure') return left;
  return left.result === right.result && left.currency === right.currency ? left : NUMBER;
}

/** Of two that are multiplied or divided. */
const both = (left: Unit, right: Unit): Unit => (left === 'figure' && right === 'figure' ? 'figure' : NUMBER);

/** Below zero: such a result has no places. */
export function mostDecimals(result: FormulaResult): number {
  const { figure } = fieldType(result);
  return figure ? MOST_DECIMALS[figure] : -1;
}
