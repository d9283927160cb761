/** Live results of formulas while somebody types. What cannot be computed yet is a blank; the server says why. */
import { isBlankCell as isBlank, isUnparsed } from '@/entities/field/cell';
import { cellsOf } from '@/entities/field/cells';
import type { Field } from '@/entities/field/definition';
import { placesOfResult } from '@/entities/field/places';
import { columnsOf, hasRows } from '@/entities/field/registry';
import {
  Budget,
  Calendar,
  Day,
  evaluate,
  FormulaError,
  kindOf,
  numberText,
  roundPlaces,
  type CalendarYear,
  type Kind,
  type Value,
} from '@/lib/formula';

import type { Step } from './evaluation-order';
import { type Cells, type Row, type Typed } from './input-state';
import { NOTHING_PULLED, type Pulled, type PulledValue } from './pulled/places';

export type Result = string | string[] | boolean | undefined;

export interface Computed {
  fields: Record<string, Result>;
  /** By the row's key. */
  rows: Record<string, Record<string, Result>>;
  /** Years of the working calendar that formulas asked for and were not given. */
  missingYears: readonly number[];
}

interface Target {
  /** '' for the record itself. */
  rowKey: string;
  operands: Map<string, Value>;
}

/** `pulled` are the values that linked records bring along, `years` those of the company's calendar that are known. */
export function compute(
  fields: Field[],
  plan: Step[],
  typed: Typed,
  today: string,
  pulled: Pulled = NOTHING_PULLED,
  years: readonly CalendarYear[] = [],
): Computed {
  const computed: Computed = {
    fields: shownOf(pulled.fields),
    rows: Object.fromEntries(Object.entries(pulled.rows).map(([key, row]) => [key, shownOf(row)])),
    missingYears: [],
  };
  const calendar = new Calendar(years);
  const failed = new Failures();
  const values = operandsOf(fields, typed as Cells, pulled.fields, (id) => failed.add(id));
  const tables = tablesOf(fields, typed, pulled, failed);
  const lines = new Map([...tables].map(([id, rows]) => [id, rows.map(({ operands }) => operands)]));
  const scope = { values, lines, today: Day.of(today), calendar, budget: new Budget() };
  for (const step of plan) {
    const targets = step.lines ? (tables.get(step.lines.id) ?? []) : [{ rowKey: '', operands: values }];
    for (const { rowKey, operands } of targets) {
      const row = step.lines ? { row: operands } : {};
      const value = failed.stop(step, rowKey)
        ? undefined
        : attempt(() => storable(step.field, evaluate(step.node, { ...scope, ...row })));
      if (value === undefined) failed.add(step.path, rowKey);
      operands.set(step.field.id, value ?? null);
      const results = step.lines ? (computed.rows[rowKey] ??= {}) : computed.fields;
      results[step.field.id] = resultOf(value);
    }
  }
  return { ...computed, missingYears: [...calendar.missing] };
}

/** What has no value, so that nothing is computed from half a number: a faulty row spoils itself and the sums only. */
class Failures {
  private readonly found = new Set<string>();

  add(path: string, rowKey = ''): void {
    this.found.add(path).add(`${path} ${rowKey}`);
  }

  stop(step: Step, rowKey: string): boolean {
    const own = step.lines ? `${step.lines.id}.` : null;
    return [...step.needs].some((path) =>
      this.found.has(own !== null && path.startsWith(own) ? `${path} ${rowKey}` : path),
    );
  }
}

function shownOf(pulled: Record<string, PulledValue>): Record<string, Result> {
  return Object.fromEntries(Object.entries(pulled).map(([id, { shown }]) => [id, shown as Result]));
}

function tablesOf(fields: Field[], typed: Typed, pulled: Pulled, failed: Failures): Map<string, Target[]> {
  const tables = fields.filter(hasRows);
  return new Map(
    tables.map((field) => {
      const rows = (typed[field.id] ?? []) as Row[];
      const targets = rows.map(({ key, cells }) => ({
        rowKey: key,
        operands: operandsOf(columnsOf(field), cells, pulled.rows[key] ?? {}, (id) =>
          failed.add(`${field.id}.${id}`, key),
        ),
      }));
      return [field.id, targets];
    }),
  );
}

function attempt(run: () => Value): Value | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof FormulaError) return undefined;
    throw error;
  }
}

const KINDS: Record<string, Kind> = { text: 'text', date: 'date', boolean: 'boolean' };

/** Rounded as it is stored. A value of another kind is a day that is not filled in: a blank. */
function storable(field: Field, value: Value): Value {
  const { result = 'number' } = field.options ?? {};
  if (value === null || value === '' || kindOf(value) !== (KINDS[result] ?? 'number')) return null;
  if (typeof value === 'string' || typeof value === 'boolean' || value instanceof Day) return value;
  return roundPlaces(value, placesOfResult(field));
}

function resultOf(value: Value | undefined): Result {
  if (value === null || value === undefined) return undefined;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return value instanceof Day ? value.iso() : numberText(value);
}

function operandsOf(
  fields: Field[],
  cells: Cells,
  pulled: Record<string, PulledValue>,
  fail: (id: string) => void,
): Map<string, Value> {
  const operands = new Map<string, Value>();
  for (const field of fields) {
    const { operand } = cellsOf(field);
    const brought = pulled[field.id];
    if (!operand) continue;
    if (brought) {
      if (brought.operand === undefined) fail(field.id);
      operands.set(field.id, brought.operand ?? null);
      continue;
    }
    const cell = cells[field.id];
    const value =
      cell === undefined || isBlank(cell) ? null : isUnparsed(cell) ? undefined : operand(field, cell);
    if (value === undefined) fail(field.id);
    operands.set(field.id, value ?? null);
  }
  return operands;
}
