import { describe, expect, it } from 'vitest';

import { choiceName } from './choices';
import type { Field } from './definition';
import { shownType } from './registry';

const colour: Field = {
  id: 'colour',
  type: 'choice',
  name: '颜色',
  options: { choices: [{ value: 'r', name: { 'zh-CN': '红', en: 'Red' } }, { value: 'g' }] },
};

describe('choices', () => {
  it('are named in the language of the reader', () => expect(choiceName(colour, 'r', 'en')).toBe('Red'));
  it('without a name are their value', () => expect(choiceName(colour, 'g', 'en')).toBe('g'));
  it('that the form no longer has keep their value', () =>
    expect(choiceName(colour, 'old', 'en')).toBe('old'));
});

it('a formula is shown as what it results in', () => {
  expect(shownType({ id: 'total', type: 'formula', name: '合计', options: { result: 'money' } })).toBe(
    'money',
  );
});
