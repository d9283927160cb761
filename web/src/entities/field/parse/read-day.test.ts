import { describe, expect, it } from 'vitest';

import { orderOf, readDay, type DayContext } from './read-day';
import { dayOrder } from './use-read-context';

const context: DayContext = { zone: 'Asia/Shanghai', today: '2026-03-05', order: 'mdy', sure: false };
const british: DayContext = { ...context, order: 'dmy' };

describe('a day', () => {
  it.each([
    '2026-03-05',
    '2026-3-5',
    '2026/3/5',
    '2026/03/05',
    '2026.3.5',
    '2026年3月5日',
    '2026年3月5号',
    '2026 年 3 月 5 日',
    '２０２６／３／５',
    '20260305',
    '5-Mar-2026',
    '5-Mar-26',
    '05 March 2026',
    '5th March 2026',
    'Mar 5, 2026',
    'March 5th, 2026',
    '2026年3月5日 星期四',
    '2026/3/5(周四)',
    'Thursday, March 5, 2026',
    '5 Mar 2026 Thu',
    '26年3月5日',
  ])('%s', (raw) => expect(readDay(raw, context)).toEqual({ day: '2026-03-05', time: null }));

  it.each([
    ['13/5/2026', '2026-05-13'],
    ['5/13/2026', '2026-05-13'],
    ['5/5/2026', '2026-05-05'],
    ['13.5.2026', '2026-05-13'],
  ])('%s can be read in one way only', (raw, day) => {
    expect(readDay(raw, context)).toEqual({ day, time: null });
    expect(readDay(raw, british)).toEqual({ day, time: null });
  });

  it('whose first two numbers may change places is read as the place has it, and to be checked', () => {
    expect(readDay('3/5/2026', context)).toEqual({ day: '2026-03-05', time: null, doubt: 'dayOrder' });
    expect(readDay('3/5/2026', british)).toEqual({ day: '2026-05-03', time: null, doubt: 'dayOrder' });
    expect(readDay('3/5/2026', { ...context, sure: true })).toEqual({ day: '2026-03-05', time: null });
  });

  it('with two digits of a year is the nearest one, to be checked', () => {
    expect(readDay('26/3/5', context)).toEqual({ day: '2026-03-05', time: null, doubt: 'dayOrder' });
    expect(readDay('3/5/26', context)).toEqual({ day: '2026-03-05', time: null, doubt: 'dayOrder' });
    expect(readDay('3/5/26', british)).toEqual({ day: '2026-05-03', time: null, doubt: 'dayOrder' });
  });

  it('without a year is one of this year, to be checked', () => {
    const found = { day: '2026-03-05', time: null, doubt: 'year' };
    expect(readDay('3月5日', context)).toEqual(found);
    expect(readDay('3/5', context)).toEqual(found);
    expect(readDay('5-Mar', context)).toEqual(found);
    expect(readDay('5/3', british)).toEqual(found);
    expect(readDay('3月5日', british)).toEqual(found);
  });

  it('as the number that a spreadsheet counts it by, to be checked', () => {
    expect(readDay('46086', context)).toEqual({ day: '2026-03-05', time: null, doubt: 'serialDay' });
    expect(readDay('46086.604166667', context)).toEqual({
      day: '2026-03-05',
      time: '14:30',
      doubt: 'serialDay',
    });
    expect(readDay('12345', context)).toBeNull();
  });

  it.each([
    '',
    'soon',
    '2026/2/30',
    '2026-13-01',
    '31/31/2026',
    '2026',
    '2026年3月',
    '1899-12-31',
    '99999',
    '14:30',
    '30-Feb-2026',
    '1/2/3/4',
    '2026-03-05 25:00',
    '#####',
    '5-Foo-2026',
  ])('%s is none', (raw) => expect(readDay(raw, context)).toBeNull());
});

describe('a moment', () => {
  it.each([
    '2026-03-05 14:30',
    '2026/3/5 14:30:05',
    '2026-03-05T14:30',
    '2026年3月5日14:30',
    '2026年3月5日 14时30分',
    '2026年3月5日 下午2:30',
    '2026/3/5 2:30 PM',
    '3/5/2026 02:30pm',
    '2026-03-05T06:30:00Z',
    '2026-03-05T06:30:00.000+00:00',
    '2026-03-05 14:30:00 +0800',
  ])('%s', (raw) =>
    expect(readDay(raw, { ...context, sure: true })).toEqual({ day: '2026-03-05', time: '14:30' }),
  );

  it.each([
    ['2026/3/5 0:00', '00:00'],
    ['2026/3/5 12:00 AM', '00:00'],
    ['2026/3/5 12:05 PM', '12:05'],
    ['2026/3/5 上午9点', '09:00'],
    ['2026/3/5 中午12:30', '12:30'],
  ])('%s is at %s', (raw, time) => expect(readDay(raw, context)).toEqual({ day: '2026-03-05', time }));
});

it('a column of days tells its order, unless it contradicts itself', () => {
  expect(orderOf(['3/5/2026', '13/5/2026'])).toBe('dmy');
  expect(orderOf(['3/5/2026', '5/13/2026 10:00'])).toBe('mdy');
  expect(orderOf(['3/5/2026'])).toBeNull();
  expect(orderOf(['13/5/2026', '5/13/2026'])).toBeNull();
});

it('the order without such help is that of the language, and of the region where it is English', () => {
  expect(dayOrder('zh-CN', 'en-GB')).toBe('mdy');
  expect(dayOrder('en', 'en-US')).toBe('mdy');
  expect(dayOrder('en', 'en-GB')).toBe('dmy');
  expect(dayOrder('en', 'zh-CN')).toBe('mdy');
});
