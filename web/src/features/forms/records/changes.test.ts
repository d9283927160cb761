import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import { differences, placeOf } from './changes';
import { daysLeft } from './days-left';

const columns: Field[] = [
  { id: 'product', type: 'text', name: '产品' },
  { id: 'price', type: 'money', name: '单价' },
];
const fields: Field[] = [
  { id: 'customer', type: 'text', name: '客户' },
  { id: 'lines', type: 'lines', name: '明细', options: { columns } },
];

describe('a change is called', () => {
  it.each([
    ['customer', 'value', '客户', undefined],
    ['lines/0', 'row', '明细', undefined],
    ['lines/2/price', 'cell', '明细', '单价'],
  ])('%s', (field, kind, name, column) => {
    const place = placeOf({ field }, [fields]);
    expect([place.kind, place.field?.name, place.column?.name]).toEqual([kind, name, column]);
  });

  it('by an older version where the newer one lost the field', () => {
    expect(placeOf({ field: 'customer' }, [[], fields]).field?.name).toBe('客户');
    expect(placeOf({ field: 'gone' }, [fields]).field).toBeNull();
  });

  it('by its row as people count', () => expect(placeOf({ field: 'lines/2/price' }, [fields]).row).toBe(3));
});

describe('differences', () => {
  const row = (product: string, price: string) => ({ product, price });

  it('are told cell by cell, and rows that came or went', () => {
    const before = { customer: '甲', lines: [row('球阀', '1'), row('闸阀', '2')] };
    const after = { lines: [row('球阀', '3')] };
    expect(differences(fields, before, after)).toEqual([
      { field: 'customer', before: '甲', after: null },
      { field: 'lines/0/price', before: '1', after: '3' },
      { field: 'lines/1', before: row('闸阀', '2'), after: null },
    ]);
  });

  it('are none where nothing changed', () => {
    expect(differences(fields, { customer: '甲' }, { customer: '甲' })).toEqual([]);
  });
});

it('the last day in the bin still counts as one', () => {
  const now = Date.parse('2026-03-05T00:00:00Z');
  expect(
    ['2026-03-05T00:00:01Z', '2026-03-06T01:00:00Z', '2026-04-04T00:00:00Z'].map((at) => daysLeft(at, now)),
  ).toEqual([1, 2, 30]);
});
