/**
 * What a list of records is asked: its filter as the address keeps it, which is the condition itself, and its order.
 */
import { complaintOf, lacksValue } from '@/entities/condition/model';
import { operatorOf } from '@/entities/condition/operators';
import { groupOf, makeGroup, pruned } from '@/entities/condition/tree';
import { isComparison, type Comparison, type Condition, type Operand } from '@/entities/condition/types';
import type { Field } from '@/entities/field/definition';
import { typeOf } from '@/entities/field/registry';
import type { Definition } from '@/entities/form/definition';

import { readOldFilter } from './old-filter';

export const STATE = '@state';
export const CREATED_BY = '@created_by';
export const CREATED_AT = '@created_at';
export const UPDATED_AT = '@updated_at';
export const STATE_AT = '@state_at';
const MOMENTS = [CREATED_AT, UPDATED_AT, STATE_AT];

const PLAIN_LISTED = 6;

/** The fields that a list shows, as the server chooses them where the form does not say. */
export function listedFields({ list, fields }: Definition): Field[] {
  const plain = fields.filter((field) => !typeOf(field).listedOnDemand).slice(0, PLAIN_LISTED);
  if (!list || list.length === 0) return plain;
  return list.flatMap((id) => fields.find((field) => field.id === id) ?? []);
}

/** What can be asked: what the list shows or sorts by. */
export function filterFields(definition: Definition): Field[] {
  const listed = listedFields(definition);
  return definition.fields.filter((field) => listed.includes(field) || field.indexed === true);
}

/** The filter of an address. What the form does not have (any more) is left out: an old link must not end in a refusal. */
export function readFilter(
  text: string,
  fields: Field[],
  operands: Operand[],
  zone: string,
): Condition | null {
  let found: unknown = null;
  try {
    found = JSON.parse(text || 'null');
  } catch {
    return null;
  }
  const condition = Array.isArray(found) ? readOldFilter(found, fields, zone) : shapeOf(found, 0);
  return condition && pruned(condition, (each) => isAskable(each, operands));
}

/** What can be asked of the API: complete, of a field that there is, with values that mean something. */
export function isAskable(test: Comparison, operands: Operand[]): boolean {
  const operand = operands.find(({ id }) => id === test.field);
  return operand !== undefined && !lacksValue(test) && complaintOf(test, operand) === null;
}

export function writeFilter(condition: Condition | null): string {
  return condition === null ? '' : JSON.stringify(condition);
}

const DEEPEST = 5;

/** The condition that a JSON value is; null if it is none. */
function shapeOf(value: unknown, depth: number): Condition | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth > DEEPEST) return null;
  if ('field' in value) {
    const { field, op } = value as Partial<Comparison>;
    return typeof field === 'string' && typeof op === 'string' && operatorOf(op)
      ? (value as Comparison)
      : null;
  }
  const parts = 'all' in value ? value.all : 'any' in value ? value.any : 'not' in value ? [value.not] : null;
  if (!Array.isArray(parts)) return null;
  const read = parts.map((part) => shapeOf(part, depth + 1));
  const known = read.filter((part) => part !== null);
  if (known.length < read.length) return null;
  if ('not' in value) return known[0] ? { not: known[0] } : null;
  return makeGroup('all' in value ? 'all' : 'any', known);
}

/** The states that a list is limited to, where one comparison that must hold says so. */
export function statesOf(condition: Condition | null): { states: string[]; others: Condition | null } {
  if (condition === null) return { states: [], others: null };
  const group = isComparison(condition) ? makeGroup('all', [condition]) : condition;
  const { joiner, parts } = groupOf(group);
  const at = joiner === 'all' ? parts.findIndex(isStates) : -1;
  const found = parts[at];
  if (!found || !isComparison(found)) return { states: [], others: condition };
  const rest = parts.filter((_, index) => index !== at);
  return { states: [found.value ?? []].flat().map(String), others: rest.length > 0 ? { all: rest } : null };
}

export function withStates(states: string[], others: Condition | null): Condition | null {
  if (states.length === 0) return others;
  const limit: Comparison = { field: STATE, op: 'in', value: states };
  if (others === null) return { all: [limit] };
  const { joiner, parts } = groupOf(others);
  return { all: [limit, ...(joiner === 'all' ? parts : [others])] };
}

function isStates(part: Condition): boolean {
  return isComparison(part) && part.field === STATE && (part.op === 'in' || part.op === 'eq');
}

/** `sort` of the address if the form can be sorted so, else the newest first. */
export function readSort(text: string, { fields }: Definition): string {
  const name = text.replace(/^-/, '');
  const sortable =
    MOMENTS.includes(name) || fields.some(({ id, indexed }) => id === name && indexed === true);
  return sortable && text !== `-${CREATED_AT}` ? text : '';
}

/** What the next press on a heading asks for: one way, the other way, and then the newest first again. */
export function nextSort(current: string, name: string, downFirst: boolean): string {
  if (name === CREATED_AT) return current === '' ? CREATED_AT : '';
  const [first, second] = downFirst ? [`-${name}`, name] : [name, `-${name}`];
  return current === first ? second : current === second ? '' : first;
}

export function directionOf(sort: string, name: string): 'ascending' | 'descending' | undefined {
  const asked = sort === '' ? `-${CREATED_AT}` : sort;
  return asked === name ? 'ascending' : asked === `-${name}` ? 'descending' : undefined;
}

/** Both conditions hold. */
export function alsoHolding(condition: Condition | null, more: Condition): Condition {
  if (condition === null) return { all: [more] };
  const { joiner, parts } = groupOf(condition);
  return joiner === 'all' ? { all: [...parts, more] } : { all: [condition, more] };
}
