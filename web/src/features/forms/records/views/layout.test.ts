import { expect, it } from 'vitest';

import type { View } from './api';
import {
  ADDRESS,
  addressFor,
  changedParts,
  effective,
  layoutOf,
  PLAIN,
  readColumns,
  readShow,
  viewBody,
  writeColumns,
} from './layout';

const filter = { all: [{ field: 'total', op: 'gt', value: '100' }] };
const view: View = {
  id: 'v',
  name: '大单',
  kind: 'kanban',
  audience: 'personal',
  roles: [],
  columns: [{ field: 'customer', width: 180, total: '' }],
  filter,
  sort: '-total',
  group: '',
  by: 'stage',
  dropped: [],
  may_change: true,
  created_at: '',
  updated_at: '',
  version: 3,
};

it('columns survive the address, and what is no column is left out', () => {
  const columns = readColumns('@title,customer~180,total~~sum,Bad Name,x~9999~often');
  expect(columns).toEqual([
    { field: '@title', width: 0, total: '' },
    { field: 'customer', width: 180, total: '' },
    { field: 'total', width: 0, total: 'sum' },
    { field: 'x', width: 1000, total: '' },
  ]);
  expect(writeColumns(columns)).toBe('@title,customer~180,total~~sum,x~1000');
});

it('a board needs a field, anything else is a table', () => {
  expect(readShow('kanban:stage')).toEqual({ kind: 'kanban', by: 'stage' });
  for (const text of ['', 'kanban', 'kanban:', 'gallery:x'])
    expect(readShow(text)).toEqual({ kind: 'table', by: '' });
});

it('a view is as it was saved until the address says otherwise', () => {
  const saved = layoutOf(view, 'number');
  expect(effective(ADDRESS, saved)).toEqual(saved);
  expect(saved).toMatchObject({ show: 'kanban:stage', sort: '-total', columns: 'customer~180' });
  const now = effective({ ...ADDRESS, sort: 'customer', filter: '-' }, saved);
  expect(now).toMatchObject({ sort: 'customer', filter: '', show: 'kanban:stage' });
  expect(changedParts(now, saved)).toEqual(['filter', 'sort']);
});

it('the address keeps only what differs, and nothing is told from what was never said', () => {
  const saved = layoutOf(view, '');
  expect(addressFor('sort', '-total', saved)).toBe('');
  expect(addressFor('sort', '', saved)).toBe('-');
  expect(addressFor('group', '', saved)).toBe('');
  expect(addressFor('filter', '{"all":[{"op":"gt","value":"100","field":"total"}]}', saved)).toBe('');
});

it("the form's own list has the columns that the device remembers", () => {
  expect(layoutOf(null, 'customer~90')).toEqual({ ...PLAIN, columns: 'customer~90' });
});

it('what is saved is what is shown, with roles only where roles are named', () => {
  const body = viewBody(layoutOf(view, ''), { name: '大单', audience: 'everyone', roles: ['r'] });
  expect(body).toEqual({
    name: '大单',
    audience: 'everyone',
    roles: [],
    kind: 'kanban',
    by: 'stage',
    columns: view.columns,
    filter,
    sort: '-total',
    group: '',
  });
});
