/** What can be asked of which kind of field, and what changing a part of a condition makes of the rest of it. */
import type { Condition, Operator, Test } from '../model/types';

import type { Operand, OperandKind } from './operands';

export const MOST_GROUPS = 20;
export const MOST_TESTS = 20;

/** How many values an operator compares with. */
export type Arity = 'none' | 'one' | 'two' | 'many';

export function arityOf(op: Operator): Arity {
  if (op === 'empty' || op === 'not_empty') return 'none';
  if (op === 'between') return 'two';
  return op === 'in' || op === 'not_in' ? 'many' : 'one';
}

const ORDERED: Operator[] = ['gt', 'gte', 'lt', 'lte', 'eq', 'ne', 'between', 'in', 'not_in'];
const NAMED: Operator[] = ['eq', 'ne', 'in', 'not_in'];
/** On a set eq, in and contains ask the same; the two that take several values are the ones to choose. */
const SETS: Operator[] = ['in', 'not_in'];

const OPERATORS: Record<OperandKind, Operator[]> = {
  text: ['contains', 'eq', 'ne', 'in', 'not_in'],
  decimal: ORDERED,
  date: ORDERED,
  datetime: ['gt', 'gte', 'lt', 'lte', 'between', 'eq', 'ne', 'in', 'not_in'],
  boolean: ['eq', 'ne'],
  choice: NAMED,
  choices: SETS,
  member: NAMED,
  members: SETS,
  department: NAMED,
  departments: SETS,
  roles: SETS,
  opaque: [],
};

/** Somebody submits always, from a department; so only of the form it is asked whether there is anything. */
export function operatorsFor({ kind, initiator }: Operand): Operator[] {
  return initiator ? OPERATORS[kind] : [...OPERATORS[kind], 'empty', 'not_empty'];
}

export type Value = string | boolean;

/** The values of a test as a list; numbers of the wire as text. */
export function valuesOf({ value }: Test): Value[] {
  if (value === undefined || value === null) return [];
  return [value].flat().map((each) => (typeof each === 'boolean' ? each : String(each)));
}

/** What an operator takes, made of the values that are there. */
function shaped(op: Operator, values: Value[]): Pick<Test, 'value'> {
  const texts = values.map(String);
  switch (arityOf(op)) {
    case 'none':
      return {};
    case 'one':
      return { value: values[0] ?? '' };
    case 'two':
      return { value: [texts[0] ?? '', texts[1] ?? ''] };
    case 'many':
      return { value: texts.filter((each) => each !== '') };
  }
}

export function withValues({ field, op }: Test, values: Value[]): Test {
  if (arityOf(op) === 'many') return { field, op, value: values.map(String) };
  return { field, op, ...shaped(op, values) };
}

/** Values stay as far as the operator takes them. */
export function withOperator(test: Test, op: Operator): Test {
  return { field: test.field, op, ...shaped(op, valuesOf(test)) };
}

/** Another field has other values; the operator stays if it can be asked there. */
export function withOperand(test: Test, operand: Operand): Test {
  const possible = operatorsFor(operand);
  const op = possible.includes(test.op) ? test.op : (possible[0] ?? 'not_empty');
  return { field: operand.id, op, ...shaped(op, operand.kind === 'boolean' ? [true] : []) };
}

/** The first question about the first field that has one. */
export function newTest(operands: Operand[]): Test {
  const [first] = operands;
  const blank: Test = { field: '', op: 'eq', value: '' };
  return first ? withOperand(blank, first) : blank;
}

/** The operators to choose from: those of the kind, and the one that stands there already. */
export function offered(operand: Operand | undefined, op: Operator): Operator[] {
  const possible = operand ? operatorsFor(operand) : [];
  return possible.includes(op) ? possible : [op, ...possible];
}

/** Something to compare with is missing: such a test would not hold for anything. */
export function lacksValue(test: Test): boolean {
  const values = valuesOf(test);
  const blank = values.some((each) => typeof each === 'string' && each.trim() === '');
  switch (arityOf(test.op)) {
    case 'none':
      return false;
    case 'one':
      return values.length !== 1 || blank;
    case 'two':
      return values.length !== 2 || blank;
    case 'many':
      return values.length === 0 || blank;
  }
}

/** Nothing is asked yet, or something that is asked has no value. */
export function isComplete({ any }: Condition): boolean {
  return any.length > 0 && any.every(({ all }) => all.length > 0 && !all.some(lacksValue));
}

export function withTest(condition: Condition, group: number, at: number, test: Test): Condition {
  return changed(condition, group, (all) => all.map((each, index) => (index === at ? test : each)));
}

export function addTest(condition: Condition, group: number, test: Test): Condition {
  return changed(condition, group, (all) => [...all, test]);
}

/** A group goes with its last test. */
export function removeTest(condition: Condition, group: number, at: number): Condition {
  const { any } = changed(condition, group, (all) => all.filter((_, index) => index !== at));
  return { any: any.filter(({ all }) => all.length > 0) };
}

export function addGroup({ any }: Condition, test: Test): Condition {
  return { any: [...any, { all: [test] }] };
}

export function removeGroup({ any }: Condition, group: number): Condition {
  return { any: any.filter((_, index) => index !== group) };
}

function changed({ any }: Condition, group: number, change: (all: Test[]) => Test[]): Condition {
  return { any: any.map((each, index) => (index === group ? { all: change(each.all) } : each)) };
}
