import { expect, it } from 'vitest';

import { dueText } from './due';

const t = ((key: string, options?: { count?: number }) =>
  options?.count ? `${String(options.count)} ${key}` : key) as unknown as Parameters<typeof dueText>[1];

it.each([
  [undefined, 'due.none'],
  [1, '1 due.hours'],
  [24, '1 due.days'],
  [36, '36 due.hours'],
  [168, '7 due.days'],
])('says %s hours as people do', (hours, text) => {
  expect(dueText(hours, t)).toBe(text);
});
