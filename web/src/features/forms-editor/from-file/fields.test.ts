import { expect, test } from 'vitest';

import { fieldsOf, planned, type Column, type Planned } from './fields';

const AMOUNT = { type: 'money', options: { currency: 'CNY' } };

const column = (index: number, type: string, options: object = {}): Column => ({
  index,
  letter: 'A',
  name: `列${index}`,
  samples: [],
  field: { name: `列${index}`, type, options, types: [{ type, options }, AMOUNT] } as Column['field'],
});

test('columns become fields as suggested or corrected, without those that are left out', () => {
  const choices = { choices: [{ value: '甲' }] };
  const columns = [column(0, 'text'), column(2, 'choice', choices), column(3, 'number')];
  const corrected: Record<number, Partial<Planned>> = { 0: { name: ' 名称 ' }, 3: { type: 'money' } };
  const plans = planned(columns).map((plan) => ({ ...plan, ...corrected[plan.column] }));
  const { fields, mapping } = fieldsOf(columns, plans);
  expect(fields.map(({ name, type, options }) => [name, type, options])).toEqual([
    ['名称', 'text', {}],
    ['列2', 'choice', choices],
    ['列3', 'money', { currency: 'CNY' }],
  ]);
  expect(Object.keys(mapping)).toEqual(['0', '2', '3']);
  expect(mapping['0']).toBe(fields[0]?.id);
  const none = plans.map((plan) => ({ ...plan, included: false }));
  expect(fieldsOf(columns, none).fields).toEqual([]);
});
