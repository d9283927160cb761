import { describe, expect, it } from 'vitest';

import type { Choice } from '../../definition';

import { choicesFrom, linesOf, outlineOf } from './outline';

const before: Choice[] = [
  { value: 'e', name: { 'zh-CN': '华东', en: 'East' } },
  { value: 'sh', name: '上海', parent: 'e' },
  { value: '西部' },
];
const read = (text: string, published = before) =>
  choicesFrom(text, { choices: before, published, language: 'zh-CN' });

describe('a tree as text', () => {
  it('is written and read back as it was', () => {
    expect(outlineOf(before, 'zh-CN')).toBe('华东\n  上海\n西部');
    expect(read(outlineOf(before, 'zh-CN'))).toEqual(before);
  });

  it('may be indented by tabs, wide spaces, or as one likes', () =>
    expect(linesOf('a\n\tb\n\t\tc\n\u3000d\n\n e\nf').map(({ name, level }) => `${name}${level}`)).toEqual([
      'a0',
      'b1',
      'c2',
      'd1',
      'e1',
      'f0',
    ]));

  it('keeps the values of what is moved to another place among its own', () =>
    expect(read('西部\n华东\n  杭州\n  上海')).toEqual([
      { value: '西部' },
      before[0],
      { value: '杭州', parent: 'e' },
      before[1],
    ]));

  it('renames what was written anew at its place', () =>
    expect(read('华东\n  上海市\n西部')[1]).toMatchObject({ value: 'sh', name: '上海市', parent: 'e' }));

  it('lets the stored value follow the words until it was published', () =>
    expect(read('华东\n  上海市\n西部', [])[1]).toEqual({ value: '上海市', parent: 'e' }));

  it('gives the same name below two its own values', () =>
    expect(choicesFrom('a\n  其他\nb\n  其他', { choices: [], published: [], language: 'zh-CN' })).toEqual([
      { value: 'a' },
      { value: '其他', parent: 'a' },
      { value: 'b' },
      { value: 'b/其他', name: '其他', parent: 'b' },
    ]));
});
