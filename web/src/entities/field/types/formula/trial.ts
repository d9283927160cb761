/** What a formula gives with sample values, and where it stops being one; both without the server. */
import type { Definition } from '@/entities/form/definition';
import type { Place } from '@/entities/form/editing/changes';
import {
  Budget,
  calledIn,
  Calendar,
  Day,
  decimal,
  evaluate,
  FormulaError,
  FUNCTIONS,
  infer,
  kindOf,
  numberText,
  parse,
  references,
  type CalendarYear,
  type Kind,
  type Node,
  type Scope,
  type Value,
} from '@/lib/formula';

import type { Field } from '../../definition';
import { columnsOf, hasRows } from '../../registry';

import { toShown, type Name } from './formula-text';
import { fieldAt, unitOfField } from './result-of';

export interface Trial {
  /** The fields that the formula names, by what they are called, with what they are taken to be. */
  samples: { name: string; value: string }[];
  /** null if it cannot be computed. */
  result: { value: Value } | null;
}

const ROWS = 2;

/** null: it cannot be read yet. */
export function tryOut(
  expression: string,
  definition: Definition,
  place: Place,
  names: Name[],
  today: string,
  years: readonly CalendarYear[],
): Trial | null {
  const node = parsed(expression);
  if (!node) return null;
  const found = scopeOf(definition, place, today, years);
  const shown = new Map(names.map((name) => [name.stored, name.shown]));
  const used = new Set(references(node).map(({ name, column }) => (column ? `${name}.${column}` : name)));
  const samples = [...used].flatMap((path) => {
    const value = sampleOf(fieldAt(definition, place, path), today);
    const name = shown.get(path);
    return name === undefined || value === null ? [] : [{ name, value: valueText(value) }];
  });
  try {
    return { samples, result: { value: evaluate(node, found) } };
  } catch (error) {
    if (error instanceof FormulaError) return { samples, result: null };
    throw error;
  }
}

/** The 1-based character of what the builder reads at which the formula has a fault; 0 if it has none, or none is known. */
export function faultPosition(
  expression: string,
  definition: Definition,
  place: Place,
  names: Name[],
): number {
  try {
    infer(parse(expression), namesFor(definition, place));
    return 0;
  } catch (error) {
    if (!(error instanceof FormulaError)) throw error;
    if (error.position === 0) return 0;
    const before = Array.from(expression)
      .slice(0, error.position - 1)
      .join('');
    return Array.from(toShown(before, names)).length + 1;
  }
}

/** Whether its value depends on the day, directly; what it names may depend on it, too. */
export function isVolatile(
  expression: string,
  definition: Definition,
  seen: readonly string[] = [],
): boolean {
  const node = parsed(expression);
  if (!node) return false;
  if (calledIn(node).some((name) => FUNCTIONS.get(name)?.volatile)) return true;
  return references(node).some(({ name, column }) => {
    const field = definition.fields.find(({ id }) => id === name);
    const target = column ? field && columnsOf(field).find(({ id }) => id === column) : field;
    const inner = target?.options?.expression;
    return inner !== undefined && !seen.includes(inner) && isVolatile(inner, definition, [...seen, inner]);
  });
}

export function asksCalendar(expression: string): boolean {
  const node = parsed(expression);
  return node !== null && calledIn(node).some((name) => FUNCTIONS.get(name)?.calendar);
}

export function valueText(value: Value): string {
  if (value === null || typeof value === 'string') return value ?? '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return value instanceof Day ? value.iso() : numberText(value);
}

function parsed(expression: string): Node | null {
  try {
    return parse(expression);
  } catch (error) {
    if (error instanceof FormulaError) return null;
    throw error;
  }
}

function sampleOf(field: Field | undefined, today: string): Value {
  const unit = unitOfField(field);
  if (!field || unit === null || unit === 'figure') return null;
  if (unit.result === 'date') return Day.of(today);
  if (unit.result === 'boolean') return true;
  if (unit.result === 'text') return field.options?.choices?.[0]?.value ?? 'ABC';
  return decimal(unit.result === 'percent' ? '0.1' : '100');
}

function scopeOf(definition: Definition, place: Place, today: string, years: readonly CalendarYear[]): Scope {
  const values = (fields: readonly Field[]) =>
    new Map(fields.filter((field) => unitOfField(field)).map((field) => [field.id, sampleOf(field, today)]));
  const lines = definition.fields.filter(hasRows);
  const own = lines.find(({ id }) => place.column !== undefined && id === place.field);
  return {
    values: values(definition.fields),
    lines: new Map(
      lines.map((field) => [field.id, Array.from({ length: ROWS }, () => values(columnsOf(field)))]),
    ),
    today: Day.of(today),
    calendar: new Calendar(years),
    budget: new Budget(),
    ...(own ? { row: values(columnsOf(own)) } : {}),
  };
}

function namesFor(definition: Definition, place: Place) {
  const { values, lines, row } = scopeOf(definition, place, '2026-01-01', []);
  const kinds = (of: ReadonlyMap<string, Value>) =>
    new Map([...of].map(([id, value]): [string, Kind] => [id, kindOf(value)]));
  return {
    fields: kinds(values),
    lines: new Map([...lines].map(([id, [first = new Map()]]) => [id, kinds(first)])),
    ...(row ? { row: kinds(row) } : {}),
  };
}
