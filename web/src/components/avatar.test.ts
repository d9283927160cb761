import { expect, it } from 'vitest';

import { initials } from './avatar';

it.each([
  ['陈思雨', '思雨'],
  ['林静', '林静'],
  ['沈国华 Grant Shen', '国华'],
  ['𠮷野家', '野家'],
  ['Ada Lovelace', 'AL'],
  ['bob', 'B'],
  ['', ''],
])('%s', (name, expected) => {
  expect(initials(name)).toBe(expected);
});
