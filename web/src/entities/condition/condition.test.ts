/** Conditions in one line, in both languages, and what changing a part of one makes of the rest. */
import { describe, expect, it } from 'vitest';

import { makeFormats } from '@/lib/format/formats';
import { wordsOf } from '@/testing/words';

import { typedOf, fieldOf } from './editor/typed-value';
import { branchOperands } from './fields';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';
import {
  complaintOf,
  isComplete,
  lacksValue,
  newComparison,
  withOperand,
  withOperator,
  withValues,
} from './model';
import { offered, OPERATORS, operatorsFor } from './operators';
import { conditionNames, conditionText, type ConditionWords } from './text';
import { groupOf } from './tree';
import type { Comparison, Condition, ConditionField } from './types';

const t = await wordsOf('condition', { 'zh-CN': zh, en });
const field = (
  id: string,
  kind: ConditionField['kind'],
  more: Partial<ConditionField> = {},
): ConditionField => ({
  id,
  name: id,
  kind,
  shown: 'text',
  choices: [],
  ...more,
});
const fields = [
  field('折扣率', 'decimal', { shown: 'percent' }),
  field('合计', 'decimal', { shown: 'money', currency: 'CNY' }),
  field('客户类型', 'choice', {
    choices: [
      { value: 'A', label: 'A 类' },
      { value: 'B', label: 'B 类' },
      { value: 'C', label: 'C 类' },
    ],
  }),
  field('客户', 'text'),
  field('有效期', 'date', { shown: 'date' }),
  field('加急', 'boolean', { shown: 'boolean' }),
  field('附件', 'opaque', { shown: 'attachment' }),
  field('会签人', 'members', { shown: 'member' }),
  field('数量', 'decimal', { shown: 'number', unit: '件' }),
];
const operands = branchOperands(
  fields,
  (id) => ({ '@initiator.member': '发起人' })[id as string] ?? '发起人所在部门',
);
const operand = (id: string) => {
  const found = operands.find((each) => each.id === id);
  if (!found) throw new Error(id);
  return found;
};
const words = (language: 'zh-CN' | 'en'): ConditionWords => ({
  conditionT: t[language],
  language,
  operands,
  names: {
    member: (id) => ({ z: '张三' })[id],
    role: () => undefined,
    department: () => '销售部',
    record: () => undefined,
  },
  formats: makeFormats(language, 'Asia/Shanghai'),
});
const one = (fieldId: string, op: string, value?: Comparison['value']): Condition => ({
  any: [{ all: [value === undefined ? { field: fieldId, op } : { field: fieldId, op, value }] }],
});

describe('a condition in one line', () => {
  it('has groups in brackets where there are several', () => {
    const condition: Condition = {
      any: [
        { all: [{ field: '折扣率', op: 'gt', value: '0.25' }] },
        {
          all: [
            { field: '客户类型', op: 'eq', value: 'C' },
            { field: '合计', op: 'gt', value: 500000 },
          ],
        },
      ],
    };
    expect(conditionText(condition, words('zh-CN'))).toBe(
      '折扣率 > 25% 或（客户类型 为 C 类 且 合计 > ¥500,000.00）',
    );
    expect(conditionText(condition, words('en'))).toBe(
      '折扣率 > 25% or (客户类型 is C 类 and 合计 > ¥500,000.00)',
    );
    expect(conditionText({ any: groupOf(condition).parts.slice(1) }, words('zh-CN'))).toBe(
      '客户类型 为 C 类 且 合计 > ¥500,000.00',
    );
  });

  it.each<[Condition, string, string]>([
    [
      one('客户类型', 'in', ['A', 'B', 'C']),
      '客户类型 为 A 类、B 类 或 C 类',
      '客户类型 is A 类, B 类 or C 类',
    ],
    [one('客户', 'contains', '精工'), '客户 包含 “精工”', '客户 contains “精工”'],
    [one('有效期', 'lt', '2026-05-01'), '有效期 早于 2026年5月1日', '有效期 is before May 1, 2026'],
    [one('加急', 'eq', true), '加急 为 是', '加急 is Yes'],
    [one('附件', 'not_empty'), '附件 已填写', '附件 is filled in'],
    [one('数量', 'between', ['1', '20']), '数量 在 1 件 至 20 件 之间', '数量 is between 1 件 and 20 件'],
    [one('会签人', 'in', ['z']), '会签人 包含 张三', '会签人 includes 张三'],
    [one('@initiator.department', 'in', ['s']), '发起人所在部门 属于 销售部', '发起人所在部门 is in 销售部'],
    [one('客户类型', 'eq', 'X'), '客户类型 为 （已删除的选项）', '客户类型 is (deleted option)'],
    [one('gone', 'eq', '1'), '（已删除的字段）', '(deleted field)'],
    [one('折扣率', 'gt', ''), '折扣率 > …', '折扣率 > …'],
    [{ any: [] }, '还没有设置条件', 'No condition yet'],
  ])('%o', (condition, chinese, english) => {
    expect(conditionText(condition, words('zh-CN'))).toBe(chinese);
    expect(conditionText(condition, words('en'))).toBe(english);
  });

  it('has words for every operator of every kind, also for one that a field cannot be asked', () => {
    for (const each of operands)
      for (const op of OPERATORS.keys()) {
        const text = conditionText(one(each.id, op, ['1', '2']), words('en'));
        expect(text).toContain(each.name);
        expect(text).not.toMatch(/[{}]|dynamic/);
      }
  });

  it('tells which members it names', () => {
    const condition: Condition = {
      all: [one('会签人', 'in', ['z', 'y', { me: true }]), { field: '客户', op: 'eq', value: 'x' }],
    };
    expect(conditionNames(condition, operands).members).toEqual(['z', 'y']);
  });
});

describe('changing a line', () => {
  it('keeps the operator with another field that knows it, and never the value', () => {
    const test: Comparison = { field: '折扣率', op: 'gt', value: '0.1' };
    expect(withOperand(test, operand('合计'))).toEqual({ field: '合计', op: 'gt', value: '' });
    expect(withOperand(test, operand('客户类型'))).toEqual({ field: '客户类型', op: 'eq', value: '' });
    expect(withOperand(test, operand('加急'))).toEqual({ field: '加急', op: 'eq', value: true });
    expect(withOperand(test, operand('附件'))).toEqual({ field: '附件', op: 'empty' });
  });

  it('keeps as many values as the new operator takes', () => {
    const test: Comparison = { field: '折扣率', op: 'gt', value: '0.1' };
    expect(withOperator(test, 'between').value).toEqual(['0.1', '']);
    expect(withOperator({ ...test, op: 'between', value: ['0.1', '0.2'] }, 'lte').value).toBe('0.1');
    expect(withOperator(test, 'in').value).toEqual(['0.1']);
    expect(withOperator(test, 'empty')).toEqual({ field: '折扣率', op: 'empty' });
  });

  it('writes what the wire has: one value, a list, two', () => {
    expect(withValues({ field: 'a', op: 'eq' }, [false])).toEqual({ field: 'a', op: 'eq', value: false });
    expect(withValues({ field: 'a', op: 'in' }, ['1', '2']).value).toEqual(['1', '2']);
    expect(withValues({ field: 'a', op: 'between' }, ['1', '2']).value).toEqual(['1', '2']);
  });

  it('an operator that another system wrote stays among those to choose from', () => {
    expect(offered(operand('会签人'), 'contains')[0]).toBe('contains');
    expect(offered(operand('会签人'), 'in')[0]).toBe('in');
  });

  it('a line without a value is incomplete, a blank range too; 否 is a value', () => {
    expect(lacksValue({ field: 'a', op: 'eq', value: ' ' })).toBe(true);
    expect(lacksValue({ field: 'a', op: 'between', value: ['1', ''] })).toBe(true);
    expect(lacksValue({ field: 'a', op: 'in', value: [] })).toBe(true);
    expect(lacksValue({ field: 'a', op: 'eq', value: false })).toBe(false);
    expect(lacksValue({ field: 'a', op: 'empty' })).toBe(false);
    expect(isComplete({ any: [] })).toBe(false);
    expect(isComplete(one('a', 'empty'))).toBe(true);
  });

  it('numbers are numbers, and a range begins before it ends', () => {
    const total = operand('合计');
    const asked = (...value: string[]): Comparison => ({ field: '合计', op: 'between', value });
    expect(complaintOf({ field: '合计', op: 'gt', value: 'abc' }, total)).toBe('number');
    expect(complaintOf(asked('10', '9'), total)).toBe('order');
    expect(complaintOf(asked('9', '10'), total)).toBeNull();
    expect(complaintOf({ ...asked('2026-02-01', '2026-01-01'), field: '有效期' }, operand('有效期'))).toBe(
      'order',
    );
    expect(
      complaintOf({ field: '有效期', op: 'eq', value: { relative: 'today' } }, operand('有效期')),
    ).toBeNull();
  });
});

describe('groups in words', () => {
  const big: Comparison = { field: '合计', op: 'gt', value: '5' };
  const small: Comparison = { field: '合计', op: 'lt', value: '1' };

  it('read with brackets where they are needed', () => {
    const condition: Condition = { all: [big, { any: [small, { not: { any: [big, small] } }] }] };
    expect(conditionText(condition, words('en'))).toBe(
      '合计 > ¥5.00 and (合计 < ¥1.00 or not (合计 > ¥5.00 or 合计 < ¥1.00))',
    );
  });

  it('name what is looked up', () => {
    const due = one('有效期', 'eq', { relative: 'last_days', n: 7 });
    expect(conditionText(due, words('zh-CN'))).toBe('有效期 为 最近 7 天');
    expect(conditionText(one('会签人', 'has', [{ me: true }]), words('en'))).toBe('会签人 includes me');
  });
});

describe('what is offered', () => {
  it('is what the kind of field can be asked', () => {
    expect(operatorsFor(operand('会签人'))).toEqual(['has', 'has_none', 'empty', 'not_empty']);
    expect(operatorsFor(operand('@initiator.member'))).toEqual(['eq', 'ne', 'in', 'not_in']);
    expect(newComparison(operands)).toEqual({ field: '折扣率', op: 'gt', value: '' });
  });

  it('a new operator is one file here, found by itself', () => {
    const files = Object.keys(import.meta.glob('./operators/*.ts'));
    expect(files).toHaveLength(OPERATORS.size + 2);
  });
});

describe('a value as it is typed', () => {
  it.each([
    ['折扣率', '0.10', '10'],
    ['合计', '500000.00', '500000.00'],
    ['有效期', '2026-05-01', '2026-05-01'],
    ['有效期', 'soon', ''],
    ['客户', '精工', '精工'],
  ])('%s %s is shown as %s', (id, value, typed) =>
    expect(typedOf(fieldOf(operand(id)), value, 'Asia/Shanghai')).toBe(typed),
  );

  it('a moment is shown as the company’s clock had it', () => {
    const at = { ...operand('有效期'), shown: 'datetime' as const };
    expect(typedOf(fieldOf(at), '2026-03-05T01:30:00.000Z', 'Asia/Shanghai')).toBe('2026-03-05T09:30');
  });
});
