import { describe, expect, it } from 'vitest';

import { fromStored } from '@/entities/entry/input-state';
import type { Field } from '@/entities/field/definition';

import { keepingUntouched, merged, touchedFields } from './merge';

const make = (id: string, type: Field['type'], more: Partial<Field> = {}): Field => ({
  id,
  type,
  name: id,
  ...more,
});
const fields = [
  make('customer', 'text'),
  make('note', 'long_text'),
  make('at', 'datetime'),
  make('files', 'attachment'),
  make('lines', 'lines', {
    options: { columns: [make('product', 'text'), make('price', 'money'), make('amount', 'formula')] },
  }),
  make('total', 'formula'),
];
const here = { zone: 'Asia/Shanghai', today: '2026-03-05', memberId: 'm' };
const base = {
  customer: '恒远',
  at: '2026-03-05T01:00:30.000Z',
  files: [{ id: 'f1', name: 'a.pdf', size: 3, content_type: 'application/pdf' }],
  lines: [{ product: '球阀', price: '90.00', amount: '90.00', removed: 'x' }],
  total: '90.00',
};
const typedOf = (values: Record<string, unknown>) => fromStored(fields, values, here);

describe('what was touched', () => {
  it('is what holds something else, whatever the rows are called', () => {
    expect(touchedFields(fields, typedOf(base), typedOf(base))).toEqual([]);
    const changed = { ...base, lines: [{ product: '球阀', price: '80.00' }], note: '急' };
    expect(touchedFields(fields, typedOf(changed), typedOf(base))).toEqual(['note', 'lines']);
  });

  it('is not a blank that was blank before', () => {
    expect(touchedFields(fields, { ...typedOf(base), note: '' }, typedOf(base))).toEqual([]);
  });
});

it('what was not touched is sent as it was stored, to the second', () => {
  const sent = { customer: '新客户', at: '2026-03-05T01:00:00.000Z' };
  expect(keepingUntouched(fields, sent, base, ['customer'])).toEqual({
    customer: '新客户',
    at: base.at,
    files: [{ id: 'f1' }],
    lines: [{ product: '球阀', price: '90.00', removed: 'x' }],
  });
});

describe('two who change the same record', () => {
  const theirs = { ...base, customer: '恒远机械', note: '请加急' };

  it('lose nothing where they changed different things', () => {
    const mine = { ...typedOf(base), lines: [] };
    const found = merged(fields, here, { base, mine, theirs, yielded: [] });
    expect(found.clashes).toEqual([]);
    expect(found.typed).toMatchObject({ customer: '恒远机械', note: '请加急', lines: [] });
  });

  it('clash where both changed one thing; mine stays until I give way', () => {
    const mine = { ...typedOf(base), customer: '华东阀门' };
    const found = merged(fields, here, { base, mine, theirs, yielded: [] });
    expect(found.clashes).toEqual(['customer']);
    expect(found.typed.customer).toBe('华东阀门');
    const given = merged(fields, here, { base, mine, theirs, yielded: ['customer'] });
    expect(given.typed.customer).toBe('恒远机械');
  });

  it('agree where both said the same', () => {
    const mine = { ...typedOf(base), customer: '恒远机械' };
    expect(merged(fields, here, { base, mine, theirs, yielded: [] }).clashes).toEqual([]);
  });
});
