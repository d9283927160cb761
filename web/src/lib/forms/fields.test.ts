import { describe, expect, it } from 'vitest';

import { choiceName, labelText, shownType, type FormField } from './fields';

const colour = {
  id: 'colour',
  type: 'choice',
  name: '颜色',
  options: { choices: [{ value: 'r', name: { 'zh-CN': '红', en: 'Red' } }, { value: 'g' }] },
} as FormField;

describe('labels', () => {
  it('are shown in the language of the reader', () => {
    expect(labelText({ 'zh-CN': '客户', en: 'Customer' }, 'en')).toBe('Customer');
  });

  it('fall back to the language that there is', () => {
    expect(labelText({ 'zh-CN': '客户' }, 'en')).toBe('客户');
  });

  it('may be one text for everybody', () => {
    expect(labelText('客户', 'en')).toBe('客户');
  });
});

describe('choices', () => {
  it('are named in the language of the reader', () => expect(choiceName(colour, 'r', 'en')).toBe('Red'));
  it('without a name are their value', () => expect(choiceName(colour, 'g', 'en')).toBe('g'));
  it('that the form no longer has keep their value', () =>
    expect(choiceName(colour, 'old', 'en')).toBe('old'));
});

it('a formula is shown as what it results in', () => {
  const total = { type: 'formula', name: '合计', options: { result: 'money' } } as FormField;
  expect(shownType(total)).toBe('money');
});
