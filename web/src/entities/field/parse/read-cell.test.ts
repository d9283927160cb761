import { describe, expect, it } from 'vitest';

import { checkCell } from '@/entities/entry/check';

import type { Field, FieldOptions, FieldType } from '../definition';

import { readCell, type ReadContext } from './read-cell';
import { lookupsOf, NO_PEOPLE, type Department, type Member, type People } from './read-people';

const member = (id: string, name: string, department = '', email = `${id}@x.cn`) =>
  ({ id, name, department, email }) as Member;
const place = (id: string, name: string, parent_id: string) => ({ id, name, parent_id }) as Department;

const zhang = [member('z1', '张伟', '华东销售部'), member('z2', '张伟', '财务部'), member('z3', '张伟民')];
const people: People = {
  records: new Map(),
  members: new Map([
    ['张伟', zhang],
    ['张伟民', zhang.slice(2)],
    ['王 小明', [member('w', '王小明')]],
    ['li wei', [member('l', 'Li Wei')]],
    ['z2@x.cn', [member('z2', '张伟', '财务部')]],
    ['nobody', []],
  ]),
  departments: [
    place('root', '公司', ''),
    place('sales', '销售', 'root'),
    place('east', '华东', 'sales'),
    place('service', '服务', 'root'),
    place('east2', '华东', 'service'),
    place('rd', '研发/测试', 'root'),
  ],
};
const context: ReadContext = {
  zone: 'Asia/Shanghai',
  today: '2026-03-05',
  order: 'mdy',
  sure: false,
  people,
};
const field = (type: FieldType, options: FieldOptions = {}): Field => ({ id: 'f', type, name: 'f', options });
const read = (of: Field, text: string, within = context) => readCell(of, text, within)?.cell;

const choices = [
  { value: 'travel', name: { 'zh-CN': '差旅', en: 'Travel' } },
  { value: 'food', name: { 'zh-CN': '餐饮（含酒水）', en: 'Food' } },
  { value: 'ab', name: 'A/B' },
  { value: 'office', name: '办公' },
  { value: 'OFFICE2', name: '办公 ' },
];

describe('an option', () => {
  const one = field('choice', { choices });
  it.each([
    ['差旅', 'travel'],
    ['TRAVEL', 'travel'],
    ['ｔｒａｖｅｌ', 'travel'],
    ['travel', 'travel'],
    [' 餐饮(含酒水) ', 'food'],
    ['A/B', 'ab'],
    ['office2', 'OFFICE2'],
  ])('%s', (raw, value) => expect(read(one, raw)).toBe(value));

  it('that is none, or that may be several, stays as it was', () => {
    expect(read(one, '住宿')).toEqual({ raw: '住宿', why: 'option', part: '住宿' });
    expect(read(one, '办公')).toEqual({ raw: '办公', why: 'optionSeveral', part: '办公' });
  });
});

describe('several options in one cell', () => {
  const several = field('choices', { choices });
  it.each([
    '差旅、Food',
    '差旅，food',
    'travel,food',
    '差旅;食'.replace('食', 'Food'),
    '差旅\nFood',
    '差旅/Food',
    '差旅 | Food',
  ])('%s', (raw) => expect(read(several, raw)).toEqual(['travel', 'food']));

  it('may have a slash in a name, and be named twice', () =>
    expect(read(several, 'A/B、差旅、travel')).toEqual(['ab', 'travel']));

  it('are kept as they were if one of them is none, with the others at hand', () =>
    expect(read(several, '差旅、住宿')).toEqual({
      raw: '差旅、住宿',
      why: 'options',
      part: '住宿',
      known: ['travel'],
    }));
});

describe('a member', () => {
  const one = field('member');
  const several = field('member', { multiple: true });
  it.each([
    ['张伟民', 'z3'],
    ['王 小明', 'w'],
    ['z2@x.cn', 'z2'],
    ['张伟 (z2@x.cn)', 'z2'],
    ['张伟 <z2@x.cn>', 'z2'],
    ['张伟（财务部）', 'z2'],
  ])('%s', (raw, id) => expect(read(one, raw)).toBe(id));

  it('of whom there are several, or none, stays as it was', () => {
    expect(read(one, '张伟')).toMatchObject({ raw: '张伟', why: 'memberSeveral', part: '张伟' });
    expect(read(one, 'nobody')).toMatchObject({ raw: 'nobody', why: 'member' });
    expect(read(one, '张伟民', { ...context, people: NO_PEOPLE })).toMatchObject({ why: 'lookup' });
  });

  it('is asked for by address or name, several by each', () => {
    expect(lookupsOf(one, '张伟、王五')).toEqual(['张伟、王五']);
    expect(lookupsOf(several, '张伟、王五 <w@x.cn>')).toEqual(['w@x.cn', '张伟']);
  });

  it('beside others in one cell', () => {
    expect(read(several, '张伟民、王 小明')).toEqual(['z3', 'w']);
    expect(read(several, '张伟民、nobody')).toMatchObject({ why: 'member', part: 'nobody', known: ['z3'] });
  });
});

describe('a department', () => {
  const one = field('department');
  it.each([
    ['销售', 'sales'],
    ['销售 / 华东', 'east'],
    ['销售/华东', 'east'],
    ['服务>华东', 'east2'],
    ['公司', 'root'],
    ['研发/测试', 'rd'],
  ])('%s', (raw, id) => expect(read(one, raw)).toBe(id));

  it('of which there are several, or none, stays as it was', () => {
    expect(read(one, '华东')).toMatchObject({ why: 'departmentSeveral' });
    expect(read(one, '华西')).toMatchObject({ why: 'department' });
  });
});

describe('days and moments', () => {
  it('say what is not certain about them', () => {
    expect(readCell(field('date'), '2026-03-05 14:30', context)).toEqual({
      cell: '2026-03-05',
      doubt: { code: 'timeDropped', raw: '2026-03-05 14:30' },
    });
    expect(readCell(field('date'), '2026-03-05 0:00', context)).toEqual({ cell: '2026-03-05' });
    expect(readCell(field('datetime'), '2026-03-05', context)).toEqual({
      cell: '2026-03-05T00:00',
      doubt: { code: 'noTime', raw: '2026-03-05' },
    });
    expect(read(field('datetime'), '2026/3/5 9:05')).toBe('2026-03-05T09:05');
  });
});

describe('texts', () => {
  it('of one line stay one', () => expect(read(field('text'), 'a\n b')).toBe('a b'));
  it('of several keep theirs', () => expect(read(field('long_text'), 'a\n b')).toBe('a\n b'));
});

it('files and what is computed take no text', () => {
  for (const type of ['attachment', 'formula', 'serial', 'lines'] as const)
    expect(readCell(field(type), 'x', context)).toBeNull();
});

it('whatever is not understood blocks until it is mended', () => {
  const cases: [Field, string, string][] = [
    [field('choice', { choices }), '住宿', 'option'],
    [field('choices', { choices }), '差旅、住宿', 'options'],
    [field('date'), 'soon', 'day'],
    [field('datetime'), 'soon', 'moment'],
    [field('member'), '张伟', 'memberSeveral'],
    [field('department'), '华西', 'department'],
    [field('number'), '12%', 'number'],
    [field('money', { currency: 'CNY' }), '#N/A', 'number'],
    [field('percent'), 'n/a', 'number'],
    [field('text', { max_length: 3 }), 'abcd', 'longer'],
    [field('long_text', { max_length: 3 }), '一二三四', 'longer'],
    [field('date', { max: '2026-01-01' }), '2026/3/5', 'max'],
  ];
  for (const [of, raw, code] of cases) expect(checkCell(of, read(of, raw))?.code, raw).toBe(code);
});
