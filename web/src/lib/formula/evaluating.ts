/** The walk over a tree. It can read what its scope gives, and do what this file and functions/ list: nothing else. */
import { NO_CALENDAR, type Calendar } from './calendar';
import { FormulaError } from './faults';
import { find } from './functions';
import { Arguments, List, type Reader } from './functions/base';
import { pathOf, type Call, type Chain, type Node, type Reference } from './nodes';
import { compares, order } from './ordering';
import {
  add,
  asInteger,
  asNumber,
  asText,
  boundedText,
  Day,
  decimal,
  divide,
  multiply,
  power,
  subtract,
  type Value,
} from './values';

const MAX_STEPS = 200_000;

export type Values = ReadonlyMap<string, Value>;

/** The steps left for all formulas of one record: a form of many formulas over many rows stays bounded too. */
export class Budget {
  private left = MAX_STEPS;

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new FormulaError('formula_too_much_work');
  }
}

/** What a formula may read: the record's values, the rows of its lines, the cells of its own row, and today. */
export interface Scope {
  values: Values;
  lines: ReadonlyMap<string, readonly Values[]>;
  today: Day;
  row?: Values;
  /** The working days of the company, for functions that ask for them. */
  calendar?: Calendar | undefined;
  budget: Budget;
}

/** The value of a formula. Throws FormulaError (formula_div_zero, formula_type, formula_too_large ...). */
export function evaluate(node: Node, scope: Scope): Value {
  scope.budget.spend(1);
  switch (node.what) {
    case 'literal':
      return node.value;
    case 'reference':
      return scalar(node, scope);
    case 'unary':
      return unary(node.sign, evaluate(node.operand, scope));
    case 'chain':
      return chain(node, scope);
    case 'call':
      return find(node.name, node.at).call(argumentsOf(node, scope));
  }
}

function scalar(node: Reference, scope: Scope): Value {
  if (node.column === '') {
    for (const values of [scope.row, scope.values]) {
      const found = values?.get(node.name);
      if (found !== undefined) return found;
    }
  }
  const code = scope.lines.has(node.name) ? 'formula_list' : 'formula_unknown_name';
  throw new FormulaError(code, node.at, { name: pathOf(node) });
}

function argumentsOf(node: Call, scope: Scope): Arguments {
  return new Arguments(
    node.arguments.map((each) => reader(each, scope)),
    scope.today,
    scope.calendar ?? NO_CALENDAR,
    (steps) => scope.budget.spend(steps),
  );
}

function reader(node: Node, scope: Scope): Reader {
  if (node.what !== 'reference' || scope.row?.has(node.name)) return () => evaluate(node, scope);
  const rows = scope.lines.get(node.name);
  if (!rows) return () => evaluate(node, scope);
  return () => {
    scope.budget.spend(rows.length);
    return new List(rows.map((row) => (node.column === '' ? true : (row.get(node.column) ?? null))));
  };
}

function unary(sign: string, value: Value): Value {
  const number = asNumber(value);
  if (sign === '%') return divide(number, decimal(100));
  return sign === '-' ? number.neg() : number;
}

function chain(node: Chain, scope: Scope): Value {
  let value = evaluate(node.first, scope);
  for (const { sign, operand } of node.rest) value = operate(sign, value, evaluate(operand, scope));
  return value;
}

function operate(sign: string, left: Value, right: Value): Value {
  switch (sign) {
    case '+':
      return plus(left, right);
    case '-':
      return minus(left, right);
    case '*':
      return multiply(asNumber(left), asNumber(right));
    case '/':
      return divide(asNumber(left), asNumber(right));
    case '^':
      return power(asNumber(left), asNumber(right));
    case '&':
      return boundedText(asText(left) + asText(right));
    default:
      return compares(sign, order(left, right));
  }
}

function plus(left: Value, right: Value): Value {
  if (isUndated(left, right)) return null;
  if (left instanceof Day) return new Day(left.number + asInteger(right));
  if (right instanceof Day) return new Day(right.number + asInteger(left));
  return add(asNumber(left), asNumber(right));
}

function minus(left: Value, right: Value): Value {
  if (isUndated(left, right)) return null;
  if (left instanceof Day && right instanceof Day) return decimal(left.number - right.number);
  if (left instanceof Day) return new Day(left.number - asInteger(right));
  return subtract(asNumber(left), asNumber(right));
}

/** A day reckoned with a blank is a blank: `end - start` must not be `end` while `start` is not filled in. */
function isUndated(left: Value, right: Value): boolean {
  return (left === null && right instanceof Day) || (left instanceof Day && right === null);
}
