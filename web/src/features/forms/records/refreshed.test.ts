/** What copying anew would change. */
import { expect, it } from 'vitest';

import type { PulledValue } from '@/entities/entry/pulled/places';
import type { Field } from '@/entities/field/definition';

import { hasFrozen, refreshedChanges } from './refreshed';

const price: Field = {
  id: 'price',
  type: 'lookup',
  name: '单价',
  options: { link: 'product', from: 'price', mode: 'frozen', source: { type: 'number' } },
};
const fields: Field[] = [
  { ...price, id: 'level' },
  { id: 'lines', type: 'lines', name: '明细', options: { columns: [price] } },
];
const value = (shown: string): PulledValue => ({ shown, operand: null });
const pulled = (level: string, ...prices: string[]) => ({
  fields: { level: value(level) },
  rows: Object.fromEntries(prices.map((each, index) => [`r${index}`, { price: value(each) }])),
});

it('names each value that would be another, by field, or by row and column', () => {
  const typed = { lines: [0, 1].map((index) => ({ key: `r${index}`, cells: {} })) };
  expect(refreshedChanges(fields, typed, pulled('1', '10', '20'), pulled('2', '10', '25'))).toEqual([
    { field: 'level', before: '1', after: '2' },
    { field: 'lines/1/price', before: '20', after: '25' },
  ]);
  expect(refreshedChanges(fields, typed, pulled('1', '10', '20'), pulled('1', '10', '20'))).toEqual([]);
});

it('is offered only where something stays as it was', () => {
  expect(hasFrozen(fields)).toBe(true);
  expect(hasFrozen([{ ...price, options: { ...price.options, mode: 'live' } }])).toBe(false);
});
