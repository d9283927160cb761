import { expect, it } from 'vitest';

import { matches, zonesOf } from './zones';

const NOW = Date.parse('2026-11-25T00:00:00Z');
const zones = zonesOf('zh-CN', 'Asia/Shanghai', NOW);
const shanghai = zones.find(({ value }) => value === 'Asia/Shanghai');

it('calls a zone by its time, its place and its distance', () => {
  expect(shanghai).toEqual({
    value: 'Asia/Shanghai',
    label: '中国标准时间 · Asia/Shanghai',
    offset: 'UTC+08:00',
  });
});

it('runs from west to east', () => {
  const at = (value: string) => zones.findIndex((zone) => zone.value === value);
  expect(at('America/New_York')).toBeLessThan(at('Europe/Berlin'));
  expect(at('Europe/Berlin')).toBeLessThan(
    at('Asia/Kolkata') === -1 ? at('Asia/Calcutta') : at('Asia/Kolkata'),
  );
});

it('has the own zone even if the browser calls it otherwise, but none that it cannot reckon with', () => {
  expect(zonesOf('en', 'Asia/Chongqing', NOW).filter(({ value }) => value === 'Asia/Chongqing')).toHaveLength(
    1,
  );
  expect(zonesOf('en', 'Mars/Phobos', NOW).some(({ value }) => value === 'Mars/Phobos')).toBe(false);
});

it('is found by any part of that', () => {
  const found = (search: string) => shanghai !== undefined && matches(shanghai, search);
  expect(['中国', 'shanghai', 'UTC+8', 'utc+08:00', 'asia 中国', ''].map(found)).toEqual(Array(6).fill(true));
  expect(['东京', 'utc+9'].map(found)).toEqual([false, false]);
});
