import { describe, expect, it } from 'vitest';

import { listOperands } from '@/entities/condition/fields';
import type { Condition } from '@/entities/condition/types';
import type { Field } from '@/entities/field/definition';

import {
  directionOf,
  filterFields,
  listedFields,
  nextSort,
  readFilter,
  readSort,
  statesOf,
  withStates,
  writeFilter,
} from './list-query';

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

const operands = listOperands(fields, 'zh-CN');
const read = (text: string) => readFilter(text, fields, operands, ZONE);

describe('the address', () => {
  it('keeps the condition as it was set', () => {
    const set: Condition = {
      all: [
        { field: 'total', op: 'gte', value: '100' },
        {
          any: [
            { field: 'kind', op: 'in', value: ['a,b', 'c'] },
            { not: { any: [{ field: 'customer', op: 'empty' }] } },
          ],
        },
        { field: 'day', op: 'eq', value: { relative: 'last_days', n: 7 } },
      ],
    };
    expect(read(writeFilter(set))).toEqual(set);
  });

  it.each([
    'x',
    '{}',
    '5',
    '{"all": 1}',
    '{"not": []}',
    '[["total"]]',
    '[["gone","range","1","2"]]',
    '[[1,2]]',
  ])('loses what is no condition: %s', (text) => expect(read(text)).toBeNull());

  it('loses what the form does not have, what has no value and what is wrong', () => {
    const kept: Condition = { field: 'customer', op: 'not_empty' };
    const lost: Condition[] = [
      { field: 'gone', op: 'eq', value: '1' },
      { field: 'customer', op: 'prefix', value: ' ' },
      { field: 'total', op: 'gt', value: 'abc' },
      { any: [{ field: 'day', op: 'between', value: ['2026-02-01', '2026-01-01'] }] },
    ];
    expect(read(writeFilter({ all: [...lost, kept] }))).toEqual({ all: [kept] });
  });

  it.each<[string[], Condition]>([
    [['total', 'range', '1,000', '２０００'], { field: 'total', op: 'between', value: ['1000', '2000'] }],
    [['day', 'range', '2026-03-01', ''], { field: 'day', op: 'gte', value: '2026-03-01' }],
    [['rate', 'range', '', '12.5'], { field: 'rate', op: 'lte', value: '0.125' }],
    [
      ['at', 'range', '2026-03-05', '2026-03-05'],
      { field: 'at', op: 'between', value: ['2026-03-04T16:00:00.000Z', '2026-03-05T15:59:59.999Z'] },
    ],
    [['kind', 'any', 'a', 'b'], { field: 'kind', op: 'in', value: ['a', 'b'] }],
    [['tags', 'any', 'a'], { field: 'tags', op: 'has', value: ['a'] }],
    [['customer', 'contains', ' 阀 '], { field: 'customer', op: 'contains', value: '阀' }],
    [['customer', 'blank'], { field: 'customer', op: 'empty' }],
  ])('reads a link of an earlier release: %s', (item, condition) =>
    expect(read(JSON.stringify([item]))).toEqual({ all: [condition] }),
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

describe('states', () => {
  const other: Condition = { field: 'customer', op: 'not_empty' };

  it('stand beside the other conditions', () => {
    const both = withStates(['draft'], other);
    expect(both).toEqual({ all: [{ field: '@state', op: 'in', value: ['draft'] }, other] });
    expect(statesOf(both)).toEqual({ states: ['draft'], others: { all: [other] } });
    expect(withStates([], { all: [other] })).toEqual({ all: [other] });
    expect(withStates(['draft'], { any: [other, other] })).toEqual({
      all: [{ field: '@state', op: 'in', value: ['draft'] }, { any: [other, other] }],
    });
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
