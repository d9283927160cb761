import { describe, expect, it } from 'vitest';

import { makeFormats } from './formats';

const now = () => Date.parse('2026-03-05T02:00:00Z');
const zh = makeFormats('zh-CN', 'Asia/Shanghai', now);
const en = makeFormats('en', 'America/New_York', now);

describe('moments', () => {
  it('are told in the zone of the company', () => {
    expect(zh.moment('2026-03-05T09:30:00Z')).toBe('今天 17:30');
    expect(en.moment('2026-03-05T09:30:00Z')).toBe('tomorrow 04:30');
    expect(zh.moment('2026-03-04T15:59:00Z')).toBe('昨天 23:59');
  });

  it('name the year only when it is another one', () => {
    expect(zh.moment('2026-04-01T01:00:00Z')).toBe('4月1日 09:00');
    expect(zh.moment('2025-04-01T01:00:00Z')).toBe('2025年4月1日 09:00');
  });

  it('are told by their distance', () => {
    expect(zh.relative('2026-03-05T01:57:00Z')).toBe('3分钟前');
    expect(en.relative('2026-03-07T02:00:00Z')).toBe('in 2 days');
  });
});

describe('dates', () => {
  it('have no zone', () => {
    expect(en.date('2026-03-05')).toBe('Mar 5, 2026');
  });
});

describe('amounts', () => {
  it('keep every digit', () => {
    expect(zh.money('12345678901234567.89', 'CNY')).toBe('¥12,345,678,901,234,567.89');
    expect(zh.number('0.30000000000000004')).toBe('0.30000000000000004');
  });

  it('have the places of their field, and those of their currency at least', () => {
    expect(zh.money('45.875', 'CNY')).toBe('¥45.875');
    expect(zh.money('45.5', 'CNY')).toBe('¥45.50');
    expect(zh.money('45.5', 'CNY', 4)).toBe('¥45.50');
    expect(zh.money('45', 'CNY', 0)).toBe('¥45');
    expect(zh.money('1000', 'JPY')).toBe('¥1,000');
    expect(zh.money('1000.25', 'JPY', 2)).toBe('¥1,000.25');
  });

  it('are negative with a sign', () => {
    expect(en.money('-1500.5', 'USD')).toBe('-$1,500.50');
  });

  it('show fractions as percent', () => {
    expect(zh.percent('0.125')).toBe('12.5%');
    expect(zh.percent('0.250020618557')).toBe('25%');
    expect(zh.percent('0.25005')).toBe('25.01%');
    expect(zh.percent('-0.25005')).toBe('-25.01%');
    expect(zh.percent('-0.00001')).toBe('0%');
    expect(zh.percent('0.105', 0)).toBe('11%');
    expect(zh.percent('0.123456', 4)).toBe('12.3456%');
  });
});
