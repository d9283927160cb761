/** What a flow is tried with: plausible samples, and the fields that decide its path. */
import { describe, expect, it } from 'vitest';

import { checkAll } from '@/entities/entry/check';
import type { Field } from '@/entities/field/definition';

import flow from '../../../../../tools/demo/data/quote_flow.json';
import quote from '../../../../../tools/demo/data/quote_form.json';
import type { Branch, Step } from '../model/types';

import { armTaken, consulted, everyStep } from './consulted';
import { samples } from './samples';

const fields = quote.fields as Field[];
const steps = flow.steps as unknown as Step[];
const here = {
  zone: 'Asia/Shanghai',
  today: '2026-03-05',
  memberId: 'me',
  departmentId: 'sales',
  word: '示例',
};
const field = (id: string, type: Field['type'], options: Field['options'] = {}): Field => ({
  id,
  type,
  name: id,
  required: true,
  options,
});

describe('samples', () => {
  it('leave nothing of a form missing, rows included', () => {
    expect(checkAll(fields, samples(fields, here))).toEqual({});
  });

  it('keep what the form allows', () => {
    const some = [
      field('rate', 'percent', { max: '0.05' }),
      field('amount', 'money', { min: '500' }),
      field('code', 'text', { mask: 'A99-*' }),
      field('long', 'text', { min_length: 5, max_length: 5 }),
      field('day', 'date', { min: '2026-04-01' }),
      field('who', 'member', { multiple: true }),
      field('where', 'department'),
      field('tags', 'choices', { min: 2, choices: [{ value: 'a' }, { value: 'b' }, { value: 'c' }] }),
    ];
    const typed = samples(some, here);
    expect(typed).toEqual({
      rate: '5',
      amount: '500',
      code: 'A00-A',
      long: '示例示例示',
      day: '2026-04-01',
      who: ['me'],
      where: 'sales',
      tags: ['a', 'b'],
    });
    expect(checkAll(some, typed)).toEqual({});
  });

  it('leave alone what is optional or has a default', () => {
    const some = [
      { ...field('note', 'text'), required: false },
      { ...field('by', 'choice'), default: 'x' },
    ];
    expect(samples(some, here)).toEqual({ by: 'x' });
  });
});

describe('what decides the path', () => {
  it('are the fields of conditions and rules, and those behind their formulas', () => {
    expect([...consulted(steps, fields)].sort()).toEqual([
      'customer_type',
      'discount',
      'lines',
      'product_line',
      'total',
    ]);
  });

  it('is looked for inside of branches', () => {
    expect(everyStep(steps).map(({ id }) => id)).toContain('product_manager');
  });

  it('the arm that is taken is found by its name; the default arm has none', () => {
    const branch = steps[0] as Branch;
    expect(armTaken(branch, '折扣不超过 10%')?.id).toBe('manager');
    expect(armTaken(branch, '折扣超过 10%，不超过 25%')).toBeUndefined();
  });
});
