import { expect, it } from 'vitest';

import { durationText } from './duration';

const after = (seconds: number) => new Date(Date.UTC(2026, 0, 1) + seconds * 1000).toISOString();

it.each([
  [10, '1 minute', '1分钟'],
  [59 * 60, '59 minutes', '59分钟'],
  [3 * 3600 + 59 * 60, '3 hours', '3小时'],
  [49 * 3600, '2 days', '2天'],
])('%i seconds are %s', (seconds, english, chinese) => {
  expect(durationText(after(0), after(seconds), 'en')).toBe(english);
  expect(durationText(after(0), after(seconds), 'zh-CN').replace(/\s/g, '')).toBe(chinese);
});
