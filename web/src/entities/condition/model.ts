/** One comparison: its values, and what changing a part of it makes of the rest. */
import { isNumber } from '@/entities/field/numbers';
import { decimal } from '@/lib/formula/values';

import { arityOf, operatorsFor } from './operators';
import { comparisonsOf } from './tree';
import { isDynamic, type Comparison, type Condition, type Operand, type Value } from './types';

/** The values of a comparison as a list; numbers of the wire as text. */
export function valuesOf({ value }: Comparison): Value[] {
  if (value === undefined || value === null) return [];
  return [value].flat().map((each) => (typeof each === 'number' ? String(each) : each));
}

function listed(values: Value[]): Exclude<Value, boolean>[] {
  return values.map((each) => (typeof each === 'boolean' ? String(each) : each));
}

/** What an operator takes, made of the values that are there. */
function shaped(op: string, values: Value[]): Pick<Comparison, 'value'> {
  const [low = '', high = ''] = listed(values);
  switch (arityOf(op)) {
    case 'none':
      return {};
    case 'one':
      return { value: values[0] ?? '' };
    case 'two':
      return { value: [low, high] };
    case 'many':
      return { value: listed(values).filter((each) => each !== '') };
  }
}

export function withValues({ field, op }: Comparison, values: Value[]): Comparison {
  if (arityOf(op) === 'many') return { field, op, value: listed(values) };
  return { field, op, ...shaped(op, values) };
}

/** Values stay as far as the operator takes them. */
export function withOperator(test: Comparison, op: string): Comparison {
  return { field: test.field, op, ...shaped(op, valuesOf(test)) };
}

/** Another field has other values; the operator stays if it can be asked there. */
export function withOperand(test: Comparison, operand: Operand): Comparison {
  const possible = operatorsFor(operand);
  const op = possible.includes(test.op) ? test.op : (possible[0] ?? 'not_empty');
  return { field: operand.id, op, ...shaped(op, operand.kind === 'boolean' ? [true] : []) };
}

/** The first question about the first field that has one. */
export function newComparison(operands: Operand[]): Comparison {
  const [first] = operands;
  const blank: Comparison = { field: '', op: 'eq', value: '' };
  return first ? withOperand({ ...blank, op: '' }, first) : blank;
}

/** Something to compare with is missing: such a comparison would not hold for anything. */
export function lacksValue(test: Comparison): boolean {
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
export function isComplete(condition: Condition): boolean {
  const comparisons = comparisonsOf(condition);
  return comparisons.length > 0 && !comparisons.some(lacksValue);
}

export type Complaint = 'number' | 'order';

/** What is wrong with the values that are there, as far as can be told without the server. */
export function complaintOf(test: Comparison, operand: Operand): Complaint | null {
  const values = valuesOf(test)
    .filter((each) => !isDynamic(each) && each !== '')
    .map(String);
  if (operand.kind === 'decimal' && !values.every(isNumber)) return 'number';
  const [low, high] = values;
  if (arityOf(test.op) !== 'two' || low === undefined || high === undefined) return null;
  const crossed = operand.kind === 'decimal' ? decimal(low).gt(high) : low > high;
  return crossed ? 'order' : null;
}
