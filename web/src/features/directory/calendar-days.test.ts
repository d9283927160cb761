import { describe, expect, it } from 'vitest';

import { daysText, isWeekend, readDays } from './calendar-days';

describe('pasted days', () => {
  it.each([
    ['2027-10-01', ['2027-10-01']],
    ['2027/10/1，2027.10.2', ['2027-10-01', '2027-10-02']],
    ['10月1日（周五）、10月3日', ['2027-10-01', '2027-10-03']],
    ['10月1日至3日', ['2027-10-01', '2027-10-02', '2027-10-03']],
    ['2027年9月30日到10月1日', ['2027-09-30', '2027-10-01']],
    ['2027-10-01 ~ 2027-10-02\n2027-10-01', ['2027-10-01', '2027-10-02']],
    ['10-01 - 10-02', ['2027-10-01', '2027-10-02']],
  ])('%s', (text, days) => {
    expect(readDays(text, 2027)).toEqual({ days, unread: [] });
  });

  it('says what it cannot read, and takes no day of another year', () => {
    expect(readDays('国庆\n2026-10-01\n2月30日\n10月3日至1日\n10月1日', 2027)).toEqual({
      days: ['2027-10-01'],
      unread: ['国庆', '2026-10-01', '2月30日', '10月3日至1日'],
    });
  });
});

it('writes neighbours as one line, and reads it again', () => {
  const days = ['2027-02-05', '2027-10-01', '2027-10-02', '2027-10-03'];
  expect(daysText(days)).toBe('2027-02-05\n2027-10-01 ~ 2027-10-03');
  expect(readDays(daysText(days), 2027).days).toEqual(days);
});

it('knows weekends', () => {
  expect(['2027-10-08', '2027-10-09', '2027-10-10'].map(isWeekend)).toEqual([false, true, true]);
});
