/** What a formula is set to while the builder has not chosen: what its text gives. */
import { describe, expect, it } from 'vitest';

import type { Definition } from '@/entities/form/definition';

import type { Field, FieldOptions, FieldType } from '../../definition';

import { isResult, resultOf, withResult } from './result-of';

const field = (id: string, type: FieldType, options: FieldOptions = {}): Field => ({
  id,
  type,
  name: id,
  options,
});
const definition: Definition = {
  name: 'Expenses',
  fields: [
    field('lines', 'lines', {
      columns: [
        field('amount', 'money', { currency: 'USD' }),
        field('count', 'number'),
        field('day', 'date'),
        field('net', 'formula', { expression: 'amount', result: 'money', currency: 'USD' }),
        field('cost', 'formula'),
      ],
    }),
    field('rate', 'percent'),
    field('budget', 'money', { currency: 'CNY' }),
    field('first', 'date'),
    field('last', 'datetime'),
    field('reason', 'text'),
    field('total', 'formula'),
  ],
};
const usd = { result: 'money', currency: 'USD' };
const cny = { result: 'money', currency: 'CNY' };

describe('the result of a formula', () => {
  it.each([
    ['SUM(lines.amount)', usd],
    ['sum(lines.net)', usd],
    ['SUM(lines.amount) * 1.06', usd],
    ['ROUND(SUM(lines.amount) * rate, 2)', usd],
    ['-budget', cny],
    ['budget * rate', cny],
    ['rate * budget', cny],
    ['budget / 12', cny],
    ['budget - 100', cny],
    ['IF(rate > 10%, budget, 0)', cny],
    ['MAX(budget, 0)', cny],
    ['budget / budget', { result: 'number' }],
    ['budget + SUM(lines.amount)', { result: 'number' }],
    ['SUM(lines.count)', { result: 'number' }],
    ['COUNT(lines.amount)', { result: 'number' }],
    ['DATEDIF(first, last, "D") + 1', { result: 'number' }],
    ['last - first', { result: 'number' }],
    ['1 + 1', { result: 'number' }],
    ['1 - rate', { result: 'percent' }],
    ['AVERAGE(rate, 10%)', { result: 'percent' }],
    ['first + 30', { result: 'date' }],
    ['TODAY()', { result: 'date' }],
    ['MAX(lines.day)', { result: 'date' }],
    ['reason & "!"', { result: 'text' }],
    ['TEXT(budget, "0.00")', { result: 'text' }],
    ['budget > 5000', { result: 'boolean' }],
    ['AND(budget > 1, ISBLANK(reason))', { result: 'boolean' }],
  ])('of %s', (expression, expected) => {
    expect(resultOf(expression, definition, { field: 'total' })).toEqual(expected);
  });

  it('of a column knows its row', () => {
    expect(resultOf('amount * count', definition, { field: 'lines', column: 'cost' })).toEqual(usd);
  });

  it.each(['', 'SUM(', 'budget *', 'gone', 'NOSUCH('])('is not known of %s', (expression) => {
    expect(resultOf(expression, definition, { field: 'total' })).toBeNull();
  });

  it('brings its currency, and takes along what belongs to it only', () => {
    expect(
      withResult({ expression: 'x', result: 'number', decimals: 8 }, { result: 'money', currency: 'USD' }),
    ).toEqual({
      expression: 'x',
      ...usd,
    });
    expect(withResult({ result: 'number', decimals: 4 }, { result: 'money' })).toEqual({
      ...cny,
      decimals: 4,
    });
    expect(withResult({ ...usd, result: 'money' }, { result: 'percent' })).toEqual({ result: 'percent' });
    expect(withResult({ result: 'number', decimals: 2 }, { result: 'percent' })).toEqual({
      result: 'percent',
      decimals: 2,
    });
    expect(withResult({ result: 'number' }, { result: 'money' })).toEqual(cny);
  });

  it('is compared with its currency', () => {
    expect(isResult({ result: 'money', currency: 'USD' }, { result: 'money', currency: 'USD' })).toBe(true);
    expect(isResult({ result: 'money', currency: 'CNY' }, { result: 'money', currency: 'USD' })).toBe(false);
    expect(isResult({}, { result: 'number' })).toBe(true);
  });
});
