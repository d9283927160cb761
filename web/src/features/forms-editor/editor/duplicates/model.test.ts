import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';

import { comparable, newAcross, newRule, waysOf, withField, withoutPart, withPart, withWay } from './model';

const fields: Field[] = [
  { id: 'total', type: 'number', name: '金额' },
  { id: 'name', type: 'text', name: '客户名称' },
  { id: 'phone', type: 'phone', name: '电话' },
  { id: 'parent', type: 'link', name: '上级', options: { forms: ['f'] } },
  { id: 'others', type: 'link', name: '其他', options: { forms: ['f'], multiple: true } },
  { id: 'sum', type: 'formula', name: '合计', options: { expression: '1', result: 'text' } },
];

describe('the settings of a duplicate rule', () => {
  it('offer what people fill in and can be compared', () => {
    expect(comparable(fields, 'zh-CN').map(({ value }) => value)).toEqual(['name', 'phone', 'parent']);
    expect(comparable(fields, 'zh-CN', 'company').map(({ value }) => value)).toEqual(['name', 'phone']);
    expect(fields.map((field) => waysOf(field).length)).toEqual([0, 4, 4, 1, 0, 0]);
  });

  it('begin with the first such field, and refuse', () => {
    expect(newRule('d', '查重', fields)).toEqual({
      id: 'd',
      name: '查重',
      fields: [{ field: 'name', as: 'exact' }],
      policy: 'block',
    });
  });

  it('compare another field in a way that suits it', () => {
    const rule = withWay(newRule('d', '查重', fields), 0, 'company');
    expect(withField(rule, 0, 'phone', fields).fields).toEqual([{ field: 'phone', as: 'company' }]);
    expect(withField(rule, 0, 'parent', fields).fields).toEqual([{ field: 'parent', as: 'exact' }]);
  });

  it('keep the fields of other forms beside those that they stand for', () => {
    const rule = newRule('d', '查重', fields);
    const wide = withPart({ ...rule, across: [{ ...newAcross(rule), form: 'leads', fields: ['company'] }] });
    expect(wide.across).toEqual([{ form: 'leads', fields: ['company', ''] }]);
    expect(withoutPart(wide, 0)).toMatchObject({
      fields: [{ field: '' }],
      across: [{ form: 'leads', fields: [''] }],
    });
  });
});
