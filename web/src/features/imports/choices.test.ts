import { expect, test } from 'vitest';

import type { Target } from './api';
import { keysOf, mapped, missing, reread } from './choices';

const target = (path: string, more: Partial<Target> = {}): Target => ({
  path,
  label: path,
  type: 'text',
  required: false,
  key: false,
  fills: true,
  ...more,
});

test('a field is for one column: choosing it again takes it from the other', () => {
  expect(mapped({ '0': 'name', '1': 'code' }, 2, 'name')).toEqual({ '1': 'code', '2': 'name' });
  expect(mapped({ '0': 'name', '1': 'code' }, 0, '')).toEqual({ '1': 'code' });
});

test('required fields without a column are told; those of lines only where lines are imported', () => {
  const targets = [
    target('name', { required: true }),
    target('lines.product', { required: true }),
    target('lines.count'),
  ];
  expect(missing(targets, {}).map(({ path }) => path)).toEqual(['name']);
  expect(missing(targets, { '0': 'name', '1': 'lines.count' }).map(({ path }) => path)).toEqual([
    'lines.product',
  ]);
  expect(missing(targets, { '0': 'name', '1': 'lines.product' })).toEqual([]);
});

test('records are found by a unique field that the file has', () => {
  const targets = [target('no', { key: true, fills: false }), target('code', { key: true }), target('name')];
  expect(keysOf({ targets, mapping: { '3': 'code', '4': 'name' } }).map(({ path }) => path)).toEqual([
    'code',
  ]);
});

test('another head is another table: its columns are guessed anew, the other choices stay', () => {
  const before = {
    sheet: 0,
    head: 3,
    mapping: { '0': 'name' },
    mode: 'upsert',
    key: 'code',
    dates: 'dmy',
  } as const;
  expect(reread(before, { sheet: 1 })).toEqual({ sheet: 1, mode: 'upsert', key: 'code', dates: 'dmy' });
});
