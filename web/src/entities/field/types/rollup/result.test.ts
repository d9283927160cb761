/** What a roll-up is shown and reckoned with as, what it may be made of, and what a new record begins with. */
import { describe, expect, it } from 'vitest';

import { compute } from '@/entities/entry/compute';
import { evaluationOrder } from '@/entities/entry/evaluation-order';
import { withKept } from '@/entities/entry/kept';
import { NOTHING_PULLED } from '@/entities/entry/pulled/places';

import type { Field, FieldOptions, FieldType, RollupFunction } from '../../definition';

import { offeredFor, resultOf, sourceOf, withFunction } from './result';

const field = (id: string, type: FieldType, options: FieldOptions = {}): Field => ({
  id,
  type,
  name: id,
  options,
});
const amount = field('amount', 'money', { currency: 'CNY', min: '0', decimals: 2 });
const orders: Field[] = [
  amount,
  field('name', 'text'),
  field('day', 'date'),
  field('customer', 'link', { forms: ['c'] }),
  field('files', 'attachment'),
  field('lines', 'lines', { columns: [field('pieces', 'number'), field('note', 'text')] }),
  field('total', 'formula', { expression: 'amount * 2', result: 'money', currency: 'CNY' }),
];
const rollup = (id: string, made: RollupFunction, source?: Field): Field =>
  field(id, 'rollup', {
    function: made,
    ...(source ? { of: source.id, source: sourceOf(source) } : {}),
  });

describe('a roll-up is shown as its result', () => {
  it.each<[RollupFunction, Field | undefined, Partial<Field>]>([
    ['count', undefined, { type: 'number', options: { decimals: 0 } }],
    ['distinct', orders[1], { type: 'number', options: { decimals: 0 } }],
    ['sum', amount, { type: 'money', options: { currency: 'CNY', decimals: 2 } }],
    ['avg', field('n', 'number', { decimals: 0 }), { type: 'number', options: { decimals: 2 } }],
    ['sum', field('stars', 'rating', { max: 5 }), { type: 'number', options: {} }],
    ['avg', field('stars', 'rating', { max: 5 }), { type: 'number', options: { decimals: 2 } }],
    ['avg', amount, { type: 'money', options: { currency: 'CNY', decimals: 2 } }],
    ['last', orders[1], { type: 'text', options: {} }],
    ['max', orders[6], { type: 'formula', options: { result: 'money', currency: 'CNY' } }],
    ['max', undefined, { type: 'number', options: {} }],
  ])('%s', (made, source, expected) => {
    expect(resultOf(rollup('r', made, source))).toMatchObject({ id: 'r', ...expected });
  });
});

describe('what can be rolled up', () => {
  it.each<[RollupFunction, string[]]>([
    ['count', []],
    ['sum', ['amount', 'lines.pieces', 'total']],
    ['max', ['amount', 'day', 'lines.pieces', 'total']],
    ['last', ['amount', 'name', 'day', 'total']],
    ['distinct', ['amount', 'name', 'day', 'customer', 'total']],
  ])('by %s', (made, paths) => {
    expect(offeredFor(made, orders).map(({ path }) => path)).toEqual(paths);
  });

  it('stays as far as another function takes it', () => {
    const sum = {
      form: 'o',
      link: 'customer',
      function: 'sum',
      of: 'amount',
      source: sourceOf(amount),
    } as const;
    expect(withFunction(sum, 'max', orders)).toEqual({ ...sum, function: 'max' });
    const last = { form: 'o', link: 'customer', function: 'last', of: 'name', by: 'day' } as const;
    expect(withFunction(last, 'sum', orders)).toEqual({ form: 'o', link: 'customer', function: 'sum' });
    expect(withFunction(last, 'first', orders)).toEqual({ ...last, function: 'first' });
  });
});

describe('a formula reckons with a roll-up', () => {
  const fields = [
    field('credit', 'money', { currency: 'CNY' }),
    rollup('owed', 'sum', amount),
    rollup('mean', 'avg', amount),
    field('free', 'formula', { expression: 'credit - owed', result: 'money', currency: 'CNY' }),
  ];
  const here = { memberId: 'm', zone: 'Asia/Shanghai', today: '2026-12-01' };
  const computed = (stored?: Record<string, unknown>) => {
    const kept = withKept(fields, NOTHING_PULLED, stored, here);
    return compute(fields, evaluationOrder(fields), { credit: '1000' }, here.today, kept).fields;
  };

  it('that the record holds', () => {
    expect(computed({ owed: '150.05' })).toMatchObject({ owed: '150.05', free: '849.95' });
  });

  it('that a new record begins with', () => {
    expect(computed()).toMatchObject({ owed: '0', mean: undefined, free: '1000' });
  });
});
