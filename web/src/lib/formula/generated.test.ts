/**
 * Formulas made at random, with the server's answers, against the browser's evaluator. `FORMULA_CASES` names another file
 * of `tests/contracts/formula_generator.py`, with as many as one likes.
 */
import { readFileSync } from 'node:fs';

import { Decimal } from 'decimal.js';
import { expect, it } from 'vitest';

import {
  Budget,
  Calendar,
  Day,
  decimal,
  evaluate,
  FormulaError,
  infer,
  numberText,
  parse,
  type CalendarYear,
  type Kind,
  type Names,
  type Scope,
  type Value,
} from '.';

type Cell = string | boolean | null;
type Columns = Record<string, Kind>;
type Row = Record<string, Cell>;
type Answer = Record<string, unknown> | null;

interface File {
  fields: Record<string, Kind | Columns>;
  calendar: CalendarYear[];
  records: { today: string; values: Record<string, Cell | Row[]> }[];
  cases: [number, string, Answer][];
}

const path = process.env.FORMULA_CASES ?? '../tests/contracts/formula_cases_generated.json';
const file = JSON.parse(readFileSync(path, 'utf8')) as File;
const fields = Object.entries(file.fields);
const plain = fields.filter((entry): entry is [string, Kind] => typeof entry[1] === 'string');
const tables = fields.filter((entry): entry is [string, Columns] => typeof entry[1] !== 'string');
const names: Names = {
  fields: new Map(plain),
  lines: new Map(tables.map(([name, columns]) => [name, new Map(Object.entries(columns))])),
};

function read(kind: Kind, value: Cell | undefined): Value {
  if (value === undefined || value === null) return null;
  if (kind === 'number') return decimal(String(value));
  if (kind === 'date') return Day.of(String(value));
  return kind === 'boolean' ? Boolean(value) : String(value);
}

const calendar = new Calendar(file.calendar);
const scopes = file.records.map(({ today, values }) => ({
  values: new Map(plain.map(([name, kind]) => [name, read(kind, values[name] as Cell)])),
  lines: new Map(
    tables.map(([name, columns]) => [
      name,
      (values[name] as Row[]).map(
        (row) => new Map(Object.entries(columns).map(([id, kind]) => [id, read(kind, row[id])])),
      ),
    ]),
  ),
  today: Day.of(today),
  calendar,
}));

function shown(value: Value): Answer {
  if (value === null) return null;
  if (typeof value === 'boolean') return { boolean: value };
  if (value instanceof Decimal) return { number: numberText(value) };
  return value instanceof Day ? { date: value.iso() } : { text: value };
}

function answer(expression: string, scope: Omit<Scope, 'budget'> | undefined): Answer {
  let found = 'publish';
  try {
    const node = parse(expression);
    infer(node, names);
    found = 'run';
    return shown(evaluate(node, { ...(scope as Scope), budget: new Budget() }));
  } catch (error) {
    if (error instanceof FormulaError) return { error: error.code, found };
    throw error;
  }
}

it(`answers ${file.cases.length} formulas made at random as the server does`, () => {
  const wrong = file.cases.flatMap(([record, expression, expected]) => {
    const found = answer(expression, scopes[record]);
    return JSON.stringify(found) === JSON.stringify(expected)
      ? []
      : [{ record, expression, expected, found }];
  });
  expect(file.cases.length).toBeGreaterThanOrEqual(2_000);
  expect(wrong.slice(0, 20)).toEqual([]);
});
