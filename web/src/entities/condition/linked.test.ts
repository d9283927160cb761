import { describe, expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';
import { makeFormats } from '@/lib/format/formats';
import { wordsOf } from '@/testing/words';

import { listOperands } from './fields';
import en from './locales/en.json';
import zh from './locales/zh-CN.json';
import { lacksValue } from './model';
import { operatorsFor } from './operators';
import { ownFields } from './own-fields';
import { conditionNames, conditionText } from './text';
import type { Condition, Operand } from './types';

const t = await wordsOf('condition', { 'zh-CN': zh, en });

describe('a condition about linked records', () => {
  const link = (id: string, forms: string[], multiple = false): Field => ({
    id,
    type: 'link',
    name: id,
    options: { forms, multiple },
  });
  const [contact, tags, own] = listOperands(
    [link('联系人', ['c']), link('标签', ['t'], true), link('客户', ['c'])],
    'zh-CN',
  ) as [Operand, Operand, Operand];
  const text = (condition: Condition) =>
    conditionText(condition, {
      conditionT: t['zh-CN'],
      language: 'zh-CN',
      formats: makeFormats('zh-CN', 'Asia/Shanghai'),
      operands: [contact, tags],
      own: [own],
      names: {
        member: () => undefined,
        role: () => undefined,
        department: () => undefined,
        record: (id) => ({ r1: '华东阀门' })[id],
      },
    });

  it('asks the one by what it is, and several by what they include', () => {
    expect(operatorsFor(contact)).toEqual(['eq', 'ne', 'in', 'not_in', 'empty', 'not_empty']);
    expect(operatorsFor(tags)).toEqual(['has', 'has_none', 'empty', 'not_empty']);
  });

  it('names them by title, and tells which titles it needs', () => {
    const condition: Condition = {
      all: [
        { field: '联系人', op: 'eq', value: 'r1' },
        { field: '标签', op: 'has', value: ['r2'] },
      ],
    };
    expect(text(condition)).toBe('联系人 为 华东阀门 且 标签 包含 …');
    expect(conditionNames(condition, [contact, tags]).records).toEqual(['r1', 'r2']);
  });

  it('may compare with a field of the record that is being filled in', () => {
    const condition: Condition = { field: '联系人', op: 'eq', value: { field: '客户' } };
    expect(text(condition)).toBe('联系人 为 本记录的“客户”');
    expect(ownFields({ not: { any: [condition, condition] } })).toEqual(['客户']);
    expect(conditionNames(condition, [contact]).records).toEqual([]);
    expect(lacksValue(condition)).toBe(false);
  });
});
