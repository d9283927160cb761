/**
 * What a list of records is filtered by: as the page shows it, as the address keeps it, and as the API asks it. Days
 * stay days and rates stay per cents until the API is asked, so that an address says what was typed.
 */
import type { Field } from '@/entities/field/definition';
import { fractionOf, isNumber, plainNumber } from '@/entities/field/numbers';
import { shownType } from '@/entities/field/registry';
import type { Definition } from '@/entities/form/definition';
import { momentOf } from '@/lib/format/zone';
import { decimal } from '@/lib/formula';

export type Op = 'range' | 'contains' | 'prefix' | 'eq' | 'any' | 'blank' | 'filled';
export type Control = 'text' | 'number' | 'day' | 'moment' | 'choice' | 'people' | 'boolean';

/** `values` of a range are its two ends, '' for an open one. */
export interface Condition {
  field: string;
  op: Op;
  values: string[];
}

/** As many as the API takes. */
export const MOST_CONDITIONS = 10;
const MOST_VALUES = 50;

export const STATE = '@state';
export const CREATED_BY = '@created_by';
export const CREATED_AT = '@created_at';
export const UPDATED_AT = '@updated_at';
export const STATE_AT = '@state_at';
const MOMENTS = [CREATED_AT, UPDATED_AT, STATE_AT];

const CONTROLS: Record<string, Control> = {
  text: 'text',
  long_text: 'text',
  serial: 'text',
  number: 'number',
  money: 'number',
  percent: 'number',
  date: 'day',
  datetime: 'moment',
  choice: 'choice',
  choices: 'choice',
  member: 'people',
  department: 'people',
  boolean: 'boolean',
};

/** The first one is what a field is asked at first. */
const OPS: Record<Control, Op[]> = {
  text: ['contains', 'prefix', 'eq'],
  number: ['range'],
  day: ['range'],
  moment: ['range'],
  choice: ['any'],
  people: ['any'],
  boolean: ['eq'],
};

/** Files and lines cannot be listed, so they are never asked. */
export function controlOf(field: Field): Control {
  return CONTROLS[shownType(field)] ?? 'text';
}

export const isSystem = (field: Field) => field.id.startsWith('@');

export function opsOf(field: Field): Op[] {
  const ops = OPS[controlOf(field)];
  return isSystem(field) ? ops : [...ops, 'filled', 'blank'];
}

const PLAIN_LISTED = 6;
const NOT_LISTED = ['long_text', 'lines', 'attachment', 'serial'];

/** The fields that a list shows, as the server chooses them where the form does not say. */
export function listedFields({ list, fields }: Definition): Field[] {
  const plain = fields.filter(({ type }) => !NOT_LISTED.includes(type)).slice(0, PLAIN_LISTED);
  if (!list || list.length === 0) return plain;
  return list.flatMap((id) => fields.find((field) => field.id === id) ?? []);
}

/** What can be asked: what the list shows or sorts by. */
export function filterFields(definition: Definition): Field[] {
  const listed = listedFields(definition);
  return definition.fields.filter((field) => listed.includes(field) || field.indexed === true);
}

/** Conditions on what the form does not have (any more) are left out: an old link must not end in a refusal. */
export function readConditions(text: string, fields: Field[]): Condition[] {
  const known = new Map(fields.map((field) => [field.id, field]));
  const found = parsed(text).filter(({ field, op }) => {
    const asked = known.get(field);
    return asked !== undefined && opsOf(asked).includes(op);
  });
  return found.slice(0, MOST_CONDITIONS);
}

function parsed(text: string): Condition[] {
  let items: unknown = [];
  try {
    items = JSON.parse(text || '[]');
  } catch {
    return [];
  }
  if (!Array.isArray(items)) return [];
  return items
    .filter(
      (item): item is string[] =>
        Array.isArray(item) && item.length > 1 && item.every((part) => typeof part === 'string'),
    )
    .map(([field = '', op, ...values]) => ({ field, op: op as Op, values }));
}

export function writeConditions(conditions: Condition[]): string {
  if (conditions.length === 0) return '';
  return JSON.stringify(conditions.map(({ field, op, values }) => [field, op, ...values]));
}

/** Whether it asks anything. */
export function says({ op, values }: Condition): boolean {
  return op === 'blank' || op === 'filled' || values.some((value) => value.trim() !== '');
}

export type Complaint = 'number' | 'order' | 'many';

export function complaintOf(field: Field, { op, values }: Condition): Complaint | null {
  if (op === 'any') return values.length > MOST_VALUES ? 'many' : null;
  if (op !== 'range') return null;
  const [low = '', high = ''] = values.map((value) => value.trim());
  if (controlOf(field) !== 'number') return low !== '' && high !== '' && low > high ? 'order' : null;
  const ends = [low, high].map(plainNumber);
  if (ends.some((end) => end !== '' && !isNumber(end))) return 'number';
  const [from = '', to = ''] = ends;
  return from !== '' && to !== '' && decimal(from).gt(to) ? 'order' : null;
}

interface Asked {
  field: string;
  op: string;
  value?: unknown;
}

/** The filter as the API takes it. */
export function askedFilter(conditions: Condition[], fields: Field[], zone: string): string {
  const asked = conditions.flatMap((condition) => {
    const field = fields.find(({ id }) => id === condition.field);
    if (!field || !says(condition) || complaintOf(field, condition) !== null) return [];
    return [{ field: field.id, ...question(field, condition, zone) }];
  });
  return asked.length > 0 ? JSON.stringify(asked) : '';
}

function question(field: Field, { op, values }: Condition, zone: string): Omit<Asked, 'field'> {
  if (op === 'blank' || op === 'filled') return { op };
  if (op === 'range') return rangeQuestion(ends(field, values, zone));
  if (op === 'any') {
    // One exact choice is answered from its own index.
    if (field.type !== 'choice') return { op: 'has', value: values };
    return values.length === 1 ? { op: 'eq', value: values[0] } : { op: 'in', value: values };
  }
  return { op, value: (values[0] ?? '').trim() };
}

function rangeQuestion([low, high]: [string, string]): Omit<Asked, 'field'> {
  if (low !== '' && high !== '') return { op: 'between', value: [low, high] };
  return low === '' ? { op: 'lte', value: high } : { op: 'gte', value: low };
}

function ends(field: Field, values: string[], zone: string): [string, string] {
  const [low = '', high = ''] = values.map((value) => value.trim());
  if (controlOf(field) === 'number') {
    const number = (typed: string) =>
      typed === ''
        ? ''
        : shownType(field) === 'percent'
          ? fractionOf(plainNumber(typed))
          : plainNumber(typed);
    return [number(low), number(high)];
  }
  if (controlOf(field) !== 'moment') return [low, high];
  return [momentOf(low && `${low}T00:00`, zone), high === '' ? '' : endOfDay(high, zone)];
}

/** The last moment of a day: moments are kept to the millisecond. */
function endOfDay(day: string, zone: string): string {
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + 24 * 60 * 60_000).toISOString().slice(0, 10);
  const start = momentOf(`${next}T00:00`, zone);
  return new Date(Date.parse(start) - 1).toISOString();
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
