/** Rules in words, in both languages, and what changing them makes of them. */
import { describe, expect, it } from 'vitest';

import { wordsOf } from '@/testing/words';

import en from '../locales/en.json';
import zh from '../locales/zh-CN.json';
import type { FlowField, Names, Rule } from '../model/types';

import { faultsAt, newRule, readable, withLevel } from './rule-model';
import { ruleSentence, rulesText, ruleText } from './rule-text';
import { startersText, withIds } from './starters';
import { optionsOf, withChoiceField, withPeople } from './types/choice/choice-people';
import { withNamingField } from './types/field/naming-field';

const field = (id: string, kind: FlowField['kind'], more: Partial<FlowField> = {}): FlowField => ({
  id,
  name: id,
  kind,
  shown: 'text',
  choices: [],
  ...more,
});
const line = field('产品线', 'choice', {
  choices: [
    { value: 'b', label: '轴承' },
    { value: 'v', label: '阀门' },
  ],
});
const fields = [line, field('经办人', 'member'), field('用款部门', 'department')];
const names: Names = {
  member: (id) => ({ zhang: '张三', li: '李四（已停用）', wang: '王五', zhao: '赵六' })[id],
  role: (id) => (id === 'cfo' ? '财务负责人' : undefined),
  department: () => '销售部',
  record: () => undefined,
};
const t = await wordsOf('flows-editor', { 'zh-CN': zh, en });

describe('a rule in words', () => {
  it.each<[Rule, string, string]>([
    [{ type: 'manager' }, '发起人的直属上级', "the initiator's direct manager"],
    [{ type: 'manager', level: 3 }, '发起人的第 3 级上级', "the initiator's manager 3 levels up"],
    [{ type: 'department_head' }, '发起人的部门负责人', "the head of the initiator's department"],
    [
      { type: 'department_head', level: 2 },
      '发起人往上 1 级的部门负责人',
      "the head of the department above the initiator's",
    ],
    [
      { type: 'department_head', departments: 'all' },
      '发起人所在各部门的负责人',
      "the heads of all of the initiator's departments",
    ],
    [{ type: 'department_head', department: 's' }, '销售部的负责人', 'the head of 销售部'],
    [{ type: 'role', role: 'cfo' }, '角色“财务负责人”的全部成员', 'everyone with the role 财务负责人'],
    [{ type: 'initiator' }, '发起人本人', 'the initiator'],
    [{ type: 'field', field: '经办人' }, '表单中“经办人”所填的人', 'whoever is named in “经办人”'],
    [
      { type: 'field', field: '用款部门' },
      '表单中“用款部门”所选部门的负责人',
      'the head of the department in “用款部门”',
    ],
    [
      { type: 'choice', field: '产品线', map: {} },
      '所选“产品线”对应的负责人',
      'whoever is responsible for the chosen “产品线”',
    ],
    [{ type: 'member', members: ['zhang', 'li'] }, '张三、李四（已停用）', '张三, 李四（已停用）'],
    [{ type: 'member', members: [] }, '还没有选成员', 'No members chosen yet'],
    [
      { type: 'field', field: 'gone' },
      '表单中“（已删除的字段）”所填的人',
      'whoever is named in “(deleted field)”',
    ],
  ])('%o', (rule, chinese, english) => {
    expect(ruleText(rule, { t: t['zh-CN'], fields, names })).toBe(chinese);
    expect(ruleText(rule, { t: t.en, fields, names })).toBe(english);
  });

  it('names the first few of many and counts all', () => {
    const rule: Rule = { type: 'member', members: ['zhang', 'li', 'wang', 'zhao'] };
    expect(ruleText(rule, { t: t['zh-CN'], fields, names })).toBe('张三、李四（已停用）、王五 等 4 人');
  });

  it('is a sentence where it is edited, and a list of several on a card', () => {
    const words = { t: t['zh-CN'], fields, names };
    expect(ruleSentence({ type: 'manager' }, 'approve', words)).toBe('由 发起人的直属上级 审批');
    expect(ruleSentence({ type: 'initiator' }, 'cc', words)).toBe('抄送给 发起人本人');
    expect(ruleSentence({ type: 'role', role: '' }, 'cc', words)).toBe('还没有选角色');
    expect(rulesText([{ type: 'manager' }, { type: 'initiator' }], words)).toBe(
      '发起人的直属上级；发起人本人',
    );
  });
});

describe('changing a rule', () => {
  it('a form offers the kinds that it has fields for, and takes the only field there is', () => {
    expect(readable('choice', [])).toEqual([]);
    expect(readable('manager', [])).toBeNull();
    expect(newRule('choice', fields)).toEqual({ type: 'choice', field: '产品线', map: {} });
    expect(newRule('field', fields)).toEqual({ type: 'field', field: '' });
  });

  it('the first level is not written', () => {
    expect(withLevel<Rule & { level?: number }>({ type: 'manager', level: 2 }, 1)).toEqual({
      type: 'manager',
    });
  });

  it('another field drops the people of the options of the one before, and a level that means nothing', () => {
    const map = { b: ['zhang'] };
    expect(withChoiceField({ type: 'choice', field: 'old', map }, line)).toEqual({
      type: 'choice',
      field: '产品线',
      map: {},
    });
    expect(
      withNamingField({ type: 'field', field: '用款部门', level: 2 }, field('经办人', 'member')),
    ).toEqual({
      type: 'field',
      field: '经办人',
    });
  });

  it('options that the form no longer has are shown after the others, to be taken out', () => {
    const rule = { type: 'choice' as const, field: '产品线', map: { old: ['li'], b: ['zhang'] } };
    expect(optionsOf(rule, line).map(({ value, gone }) => [value, gone])).toEqual([
      ['b', false],
      ['v', false],
      ['old', true],
    ]);
    expect(withPeople(rule, 'old', []).map).toEqual({ b: ['zhang'] });
  });

  it('hears what is said at a setting or below it, each sentence once', () => {
    const faults = ['map/v/0', 'map/v/1', 'map/vx'].map((at) => ({ at, message: '找不到', warns: false }));
    expect(faultsAt(faults, 'map/v')).toHaveLength(1);
  });
});

describe('who may start a flow', () => {
  it('is everybody, or those who are named', () => {
    const words = { t: t['zh-CN'], names };
    expect(startersText([], words)).toBe('所有成员');
    const some = withIds(withIds([], 'member', ['zhang']), 'department', ['s']);
    expect(some).toEqual([
      { type: 'department', ids: ['s'] },
      { type: 'member', ids: ['zhang'] },
    ]);
    expect(startersText(some, words)).toBe('销售部、张三');
    expect(withIds(withIds(some, 'member', []), 'department', [])).toEqual([]);
  });
});
