import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import {
  askedFilter,
  complaintOf,
  directionOf,
  filterFields,
  listedFields,
  nextSort,
  opsOf,
  readConditions,
  readSort,
  writeConditions,
  type Condition,
} from './conditions';

const ZONE = 'Asia/Shanghai';
const make = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  id,
  type,
  name: id,
  ...more,
});
const total = make('total', 'formula', { options: { result: 'money' } });
const rate = make('rate', 'percent');
const kind = make('kind', 'choice');
const tags = make('tags', 'choices');
const at = make('at', 'datetime');
const day = make('day', 'date');
const customer = make('customer', 'text');
const fields = [total, rate, kind, tags, at, day, customer];

const asked = (...conditions: Condition[]) =>
  JSON.parse(askedFilter(conditions, fields, ZONE) || '[]') as unknown[];

describe('the address', () => {
  it('keeps conditions as they were set', () => {
    const set: Condition[] = [
      { field: 'total', op: 'range', values: ['100', ''] },
      { field: 'kind', op: 'any', values: ['a,b', 'c'] },
      { field: 'customer', op: 'blank', values: [] },
    ];
    expect(readConditions(writeConditions(set), fields)).toEqual(set);
  });

  it.each(['x', '{}', '[["total"]]', '[["gone","range","1","2"]]', '[["total","prefix","1"]]', '[[1,2]]'])(
    'loses what the form cannot be asked: %s',
    (text) => expect(readConditions(text, fields)).toEqual([]),
  );

  it('names an order only if the form has it', () => {
    const definition = { name: '', fields: [customer, { ...total, indexed: true }] };
    expect(
      ['total', '-total', 'customer', '@created_at', '-@created_at', '-@state_at', 'gone'].map((sort) =>
        readSort(sort, definition),
      ),
    ).toEqual(['total', '-total', '', '@created_at', '', '-@state_at', '']);
  });
});

describe('the question to the API', () => {
  it('is a range with one end or two', () => {
    expect(asked({ field: 'total', op: 'range', values: ['1,000', '２０００'] })).toEqual([
      { field: 'total', op: 'between', value: ['1000', '2000'] },
    ]);
    expect(asked({ field: 'day', op: 'range', values: ['2026-03-01', ''] })).toEqual([
      { field: 'day', op: 'gte', value: '2026-03-01' },
    ]);
  });

  it('asks rates as fractions', () => {
    expect(asked({ field: 'rate', op: 'range', values: ['', '12.5'] })).toEqual([
      { field: 'rate', op: 'lte', value: '0.125' },
    ]);
  });

  it("turns days into moments of the company's zone, the last day included", () => {
    expect(asked({ field: 'at', op: 'range', values: ['2026-03-05', '2026-03-05'] })).toEqual([
      { field: 'at', op: 'between', value: ['2026-03-04T16:00:00.000Z', '2026-03-05T15:59:59.999Z'] },
    ]);
  });

  it('asks one choice exactly, several as a set, and lists for what they hold', () => {
    expect(
      asked(
        { field: 'kind', op: 'any', values: ['a'] },
        { field: 'kind', op: 'any', values: ['a', 'b'] },
        { field: 'tags', op: 'any', values: ['a'] },
      ),
    ).toEqual([
      { field: 'kind', op: 'eq', value: 'a' },
      { field: 'kind', op: 'in', value: ['a', 'b'] },
      { field: 'tags', op: 'has', value: ['a'] },
    ]);
  });

  it('asks what a text contains', () => {
    expect(asked({ field: 'customer', op: 'contains', values: [' 阀 '] })).toEqual([
      { field: 'customer', op: 'contains', value: '阀' },
    ]);
  });

  it('leaves out what says nothing or is wrong', () => {
    expect(
      asked(
        { field: 'customer', op: 'prefix', values: [' '] },
        { field: 'total', op: 'range', values: ['', ''] },
        { field: 'total', op: 'range', values: ['abc', ''] },
        { field: 'customer', op: 'filled', values: [] },
      ),
    ).toEqual([{ field: 'customer', op: 'filled' }]);
  });
});

describe('a range', () => {
  it('wants numbers, the lower one first', () => {
    const range = (...values: string[]): Condition => ({ field: 'total', op: 'range', values });
    expect(complaintOf(total, range('x', ''))).toBe('number');
    expect(complaintOf(total, range('10', '9'))).toBe('order');
    expect(complaintOf(total, range('9', '10'))).toBeNull();
    expect(complaintOf(day, range('2026-02-01', '2026-01-01'))).toBe('order');
  });
});

it('the list shows the first six plain fields where the form does not say, and can be asked for indexed ones too', () => {
  const many = [
    make('a', 'lines'),
    ...Array.from({ length: 8 }, (_, index) => make(`f${index}`, 'text', { indexed: index === 7 })),
  ];
  expect(listedFields({ name: '', fields: many }).map(({ id }) => id)).toEqual([
    'f0',
    'f1',
    'f2',
    'f3',
    'f4',
    'f5',
  ]);
  expect(filterFields({ name: '', fields: many }).map(({ id }) => id)).toContain('f7');
  expect(listedFields({ name: '', fields: many, list: ['f7', 'a'] }).map(({ id }) => id)).toEqual([
    'f7',
    'a',
  ]);
});

it('what everybody has is never blank', () => {
  expect(opsOf(make('@created_at', 'datetime'))).toEqual(['range']);
  expect(opsOf(make('note', 'long_text'))).toEqual(['contains', 'prefix', 'eq', 'filled', 'blank']);
});

describe('a press on a heading', () => {
  const presses = (name: string, downFirst: boolean) => {
    const first = nextSort('', name, downFirst);
    const second = nextSort(first, name, downFirst);
    return [first, second, nextSort(second, name, downFirst)];
  };

  it('goes one way, the other, and back to the newest first', () => {
    expect(presses('customer', false)).toEqual(['customer', '-customer', '']);
    expect(presses('total', true)).toEqual(['-total', 'total', '']);
    expect(presses('@created_at', true)).toEqual(['@created_at', '', '@created_at']);
  });

  it('leaves the order of another heading', () =>
    expect(nextSort('-total', 'customer', false)).toBe('customer'));

  it('shows which way it goes', () => {
    expect(directionOf('', '@created_at')).toBe('descending');
    expect(directionOf('total', 'total')).toBe('ascending');
    expect(directionOf('-total', 'total')).toBe('descending');
    expect(directionOf('-total', '@created_at')).toBeUndefined();
  });
});
