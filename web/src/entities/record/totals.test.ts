import { expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import { totalledColumns, totalOf } from './totals';

const money = (id: string): Field => ({ id, type: 'money', name: id });
const computed = (id: string): Field => ({
  id,
  type: 'formula',
  name: id,
  options: { result: 'money', expression: 'quantity * price' },
});
const lines = (...columns: Field[]): Field => ({
  id: 'lines',
  type: 'lines',
  name: 'lines',
  options: { columns },
});
const sum = (expression: string): Field => ({
  id: 'total',
  type: 'formula',
  name: 'total',
  options: { expression },
});
const quantity: Field = { id: 'quantity', type: 'number', name: 'quantity' };

it('the columns that the form adds up are totalled, nothing else', () => {
  const table = lines(quantity, money('price'), computed('amount'), money('amount_2'));
  expect(totalledColumns(table, [table, sum('SUM( lines.amount ) * 1.13')])).toEqual(['amount']);
  expect(totalledColumns(table, [table, sum('SUM(lines.quantity)')])).toEqual(['quantity']);
});

it('without a sum in the form, computed amounts are, or the only amount', () => {
  expect(totalledColumns(lines(money('price'), computed('amount')), [])).toEqual(['amount']);
  expect(totalledColumns(lines(quantity, money('amount')), [])).toEqual(['amount']);
  expect(totalledColumns(lines(money('price'), money('list_price')), [])).toEqual([]);
});

it('totals are exact, and blanks count nothing', () => {
  expect(totalOf([{ a: '0.1' }, { a: '0.2' }, {}, { a: null }], 'a')).toBe('0.3');
  expect(totalOf([{ a: '99999999999999.99' }, { a: '0.01' }], 'a')).toBe('100000000000000');
});
