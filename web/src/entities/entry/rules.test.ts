import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import { followRules, ruleSteps, type Rule } from './rules';

const fields: Field[] = [
  { id: 'amount', type: 'number', name: 'Amount' },
  { id: 'reason', type: 'text', name: 'Reason' },
];
const over: Rule['when'] = { formula: 'amount > 1000' };

function follow(rules: Rule[], typed: Record<string, string>) {
  return followRules(fields, rules, ruleSteps(fields, rules), typed, '2026-12-01', 'en');
}

const ids = ({ fields: shown }: { fields: Field[] }) => shown.map(({ id }) => id);

describe('rules while somebody fills in', () => {
  it('shows a field only while its rule holds', () => {
    const rules: Rule[] = [{ id: 'r', when: over, then: [{ act: 'show', fields: ['reason'] }] }];
    expect(ids(follow(rules, { amount: '1001' }))).toEqual(['amount', 'reason']);
    expect(ids(follow(rules, { amount: '1000' }))).toEqual(['amount']);
    expect(ids(follow(rules, { amount: '' }))).toEqual(['amount']);
  });

  it('requires a field, unless it is hidden, and empties what is cleared', () => {
    const require: Rule = { id: 'r', when: over, then: [{ act: 'require', fields: ['reason'] }] };
    expect(follow([require], { amount: '2000' }).fields[1]?.required).toBe(true);
    expect(follow([require], { amount: '5' }).fields[1]?.required).toBeUndefined();
    const hide: Rule = {
      id: 'h',
      when: over,
      then: [{ act: 'hide', fields: ['reason'], when_hidden: 'clear' }],
    };
    const found = follow([require, hide], { amount: '2000', reason: 'x' });
    expect(ids(found)).toEqual(['amount']);
    expect(found.typed).toEqual({ amount: '2000' });
  });

  it('tells why saving is refused in the language of the page', () => {
    const text = { en: 'Too much', 'zh-CN': '太多' };
    const rules: Rule[] = [{ id: 'r', when: over, then: [{ act: 'message', fields: ['amount'], text }] }];
    expect(follow(rules, { amount: '2000' }).messages).toEqual({ amount: 'Too much' });
    expect(follow(rules, { amount: '1' }).messages).toEqual({});
  });
});
