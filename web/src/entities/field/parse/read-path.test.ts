import { expect, it } from 'vitest';

import type { Field } from '../definition';

import { readPath } from './read-path';

const field: Field = {
  id: 'area',
  type: 'cascade',
  name: '区域',
  options: {
    choices: [
      { value: 'east', name: { 'zh-CN': '华东', en: 'East' } },
      { value: 'sh', name: { 'zh-CN': '上海', en: 'Shanghai' }, parent: 'east' },
      { value: 'eo', name: '其他', parent: 'east' },
      { value: 'west', name: '西部' },
      { value: 'wo', name: '其他', parent: 'west' },
      { value: 'n', name: 'A/B' },
    ],
  },
};

it.each([
  ['华东/上海', ['east', 'sh']],
  ['east > Shanghai', ['east', 'sh']],
  ['上海', ['east', 'sh']],
  ['西部 / 其他', ['west', 'wo']],
  ['A/B', ['n']],
])('%s', (raw, path) => expect(readPath(field, raw)).toEqual(path));

it.each([
  ['其他', 'optionSeveral'],
  ['华东', 'option'],
  ['华北/上海', 'option'],
  ['', 'option'],
])('%s is no choice', (raw, why) => expect(readPath(field, raw)).toMatchObject({ why }));

it('may end anywhere where the form says so', () => {
  expect(readPath({ ...field, options: { ...field.options, any_level: true } }, '华东')).toEqual(['east']);
});
