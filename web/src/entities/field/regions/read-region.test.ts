import { beforeAll, describe, expect, it } from 'vitest';

import type { Field } from '../definition';
import { readCell } from '../parse/read-cell';

import { fits, readRegion, splitAddress } from './read-region';
import { loadRegions, regionsNow, type Regions } from './regions';
import { regionTree } from './tree';

let regions: Regions;
beforeAll(async () => {
  await loadRegions();
  regions = regionsNow() ?? { names: {}, abolished: {} };
});

const PUDONG = ['310000', '310100', '310115'];

describe('a region', () => {
  it.each(['310115', '上海市浦东新区', '上海 / 浦东新区', '上海浦东新区', '浦东新区', '上海市 > 浦东新区'])(
    '%s',
    (text) => expect(readRegion(text, regions)).toEqual({ path: PUDONG }),
  );
  it.each(['浙江省杭州市西湖区', '浙江杭州西湖区', '杭州西湖区'])('%s', (text) =>
    expect(readRegion(text, regions)).toEqual({ path: ['330000', '330100', '330106'] }),
  );
  it('that several are called, or none, is not guessed', () => {
    expect(readRegion('西湖区', regions)).toBe('several');
    expect(readRegion('江干区', regions)).toBe('none');
    expect(readRegion('330104', regions)).toBe('none');
    expect(readRegion('浙江省', regions)).toBe('none');
    expect(readRegion('杭州', regions, 'city')).toBe('none');
    expect(readRegion('杭州市', regions, 'city')).toEqual({ path: ['330000', '330100'] });
  });
  it('is taken at its level, or above it where nothing lies below', () => {
    expect(fits('310115', regions, 'district')).toBe(true);
    expect(fits('310000', regions, 'district')).toBe(false);
    expect(fits('330100', regions, 'city')).toBe(true);
  });
});

it('an address begins with its region', () => {
  expect(splitAddress('上海市浦东新区世纪大道1号', regions)).toEqual({ path: PUDONG, rest: '世纪大道1号' });
  expect(splitAddress('世纪大道1号', regions)).toBeNull();
});

it('a pasted text is read by the names of its levels', () => {
  const field: Field = { id: 'f', type: 'region', name: 'F' };
  const context = {
    zone: 'UTC',
    today: '2026-01-01',
    order: 'mdy' as const,
    sure: true,
    people: { members: new Map(), departments: [], records: new Map() },
  };
  expect(readCell(field, '上海市浦东新区', context)?.cell).toEqual(PUDONG);
  expect(readCell(field, '西湖区', context)?.cell).toMatchObject({ why: 'regionSeveral' });
  const address: Field = { id: 'f', type: 'address', name: 'F' };
  expect(readCell(address, '上海市浦东新区世纪大道1号', context)?.cell).toBe(
    JSON.stringify({ region: PUDONG, detail: '世纪大道1号', postcode: '' }),
  );
});

it('the tree ends at the level that is asked for', () => {
  const provinces = regionTree(regions, 'province');
  expect(provinces).toHaveLength(34);
  expect(provinces.every(({ children }) => children === undefined)).toBe(true);
  expect(
    regionTree(regions).find(({ value }) => value === '310000')?.children?.[0]?.children?.length,
  ).toBeGreaterThan(10);
});
