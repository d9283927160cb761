/** The shared file of formula cases, against the browser's evaluator. */
import { Decimal } from 'decimal.js';
import { describe, expect, it } from 'vitest';

import shared from '../../../../tests/contracts/formula_cases.json';

import {
  Budget,
  Day,
  decimal,
  evaluate,
  FormulaError,
  infer,
  numberText,
  parse,
  type Kind,
  type Names,
  type Value,
} from '.';

type Columns = Record<string, Kind>;

interface Case {
  expression: string;
  result?: Record<string, unknown> | null;
  error?: string;
  found?: string;
}

const fields = Object.entries(shared.fields as Record<string, Kind | Columns>);
const plain = fields.filter((entry): entry is [string, Kind] => typeof entry[1] === 'string');
const tables = fields.filter((entry): entry is [string, Columns] => typeof entry[1] !== 'string');
const given = shared.values as Record<string, Cell | Record<string, Cell>[]>;
const cases = shared.cases as Case[];

const names: Names = {
  fields: new Map(plain),
  lines: new Map(tables.map(([name, columns]) => [name, new Map(Object.entries(columns))])),
};

type Cell = string | boolean | null | undefined;

function read(kind: Kind, value: Cell): Value {
  if (value === undefined || value === null) return null;
  if (kind === 'number') return decimal(String(value));
  if (kind === 'date') return Day.of(String(value));
  return kind === 'boolean' ? Boolean(value) : String(value);
}

function scope() {
  const rows = ([name, columns]: [string, Columns]) =>
    (given[name] as Record<string, Cell>[]).map(
      (row) => new Map(Object.entries(columns).map(([column, kind]) => [column, read(kind, row[column])])),
    );
  return {
    values: new Map(plain.map(([name, kind]) => [name, read(kind, given[name] as Cell)])),
    lines: new Map(tables.map((table) => [table[0], rows(table)])),
    today: Day.of(shared.today),
    budget: new Budget(),
  };
}

function shown(value: Value): Record<string, unknown> | null {
  if (value === null) return null;
  if (typeof value === 'boolean') return { boolean: value };
  if (value instanceof Decimal) return { number: numberText(value) };
  return value instanceof Day ? { date: value.iso() } : { text: value };
}

function answer(expression: string): Omit<Case, 'expression'> {
  let found = 'publish';
  try {
    const node = parse(expression);
    infer(node, names);
    found = 'run';
    return { result: shown(evaluate(node, scope())) };
  } catch (error) {
    if (error instanceof FormulaError) return { error: error.code, found };
    throw error;
  }
}

describe('a formula answers as the server does', () => {
  it.each(cases.map((each) => [each.expression.slice(0, 60), each] as const))('%s', (_, each) => {
    expect({ expression: each.expression, ...answer(each.expression) }).toEqual(each);
  });
});

it('counts the position of a fault in characters, not in UTF-16 units', () => {
  expect(() => parse('"😀😀"＋1')).toThrow(
    expect.objectContaining({ code: 'formula_full_width', position: 5 }),
  );
});
