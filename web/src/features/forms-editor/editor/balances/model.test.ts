import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import { days, linkedForm, movedStates, moveOf, newBalance, numbers, withMove, type Balance } from './model';

const fields: Field[] = [
  { id: 'what', type: 'text', name: '内容' },
  { id: 'total', type: 'money', name: '金额', options: { currency: 'CNY' } },
  { id: 'sum', type: 'formula', name: '合计', options: { expression: '1', result: 'number' } },
  { id: 'day', type: 'date', name: '日期' },
  { id: 'item', type: 'link', name: '预算项', options: { forms: ['f1'] } },
];
const balance: Balance = { id: 'b', name: '预算' };

describe('the settings of a balance', () => {
  it('offer numbers, formulas that result in one, and days', () => {
    expect(numbers(fields, 'zh-CN').map(({ value }) => value)).toEqual(['total', 'sum']);
    expect(days(fields, 'zh-CN')).toEqual([{ value: 'day', label: '日期' }]);
  });

  it('begin with the first link and the first number of the form', () => {
    expect(newBalance('b_1', '额度', fields, 'zh-CN')).toMatchObject({
      id: 'b_1',
      on: 'item',
      name: '额度',
      amount: 'total',
    });
  });

  it('know the form that has the limit', () => {
    expect(linkedForm(fields, 'item')).toBe('f1');
    expect(linkedForm(fields, undefined)).toBe('');
  });

  it('ask about the states that the form has', () => {
    expect(movedStates(false)).toEqual(['active']);
    expect(movedStates(true)).toContain('in_approval');
  });

  it('store what is not as usual, and nothing else', () => {
    expect(moveOf(balance, 'in_approval')).toBe('hold');
    const changed = withMove(balance, 'rejected', 'hold');
    expect(changed.moves).toEqual({ rejected: 'hold' });
    expect(moveOf(changed, 'rejected')).toBe('hold');
    expect(withMove(changed, 'rejected', 'release')).toEqual(balance);
  });
});
