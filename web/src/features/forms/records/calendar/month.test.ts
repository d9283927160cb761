import { expect, it } from 'vitest';

import { byDay, daysFilter, lastDayOf, monthBeside, weeksOf } from './month';

it('a month is whole weeks from Monday on', () => {
  const weeks = weeksOf('2026-03');
  expect(weeks).toHaveLength(6);
  expect(weeks[0]?.[0]).toBe('2026-02-23');
  expect(weeks.at(-1)?.at(-1)).toBe('2026-04-05');
  expect(weeks.every((week) => week.length === 7)).toBe(true);
  expect(weeksOf('2027-02')).toHaveLength(4);
});

it('months go on over the year', () => {
  expect(monthBeside('2026-12', 1)).toBe('2027-01');
  expect(monthBeside('2026-01', -1)).toBe('2025-12');
  expect(lastDayOf('2028-02')).toBe('2028-02-29');
});

it('moments are asked for by the days of the company, days as they are', () => {
  expect(daysFilter(null, { field: 'due' }, '2026-03-01', '2026-03-31')).toEqual({
    all: [{ field: 'due', op: 'between', value: ['2026-03-01', '2026-03-31'] }],
  });
  expect(daysFilter(null, { field: 'at', zone: 'Asia/Shanghai' }, '2026-03-01', '2026-03-31')).toEqual({
    all: [{ field: 'at', op: 'between', value: ['2026-02-28T16:00:00.000Z', '2026-03-31T15:59:59.000Z'] }],
  });
});

it('records stand on their days', () => {
  const cards = [{ day: '2026-03-01' }, { day: '2026-03-02' }, { day: '2026-03-01' }];
  expect(byDay(cards, ({ day }) => day).get('2026-03-01')).toHaveLength(2);
});
