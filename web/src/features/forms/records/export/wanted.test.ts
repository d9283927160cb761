import { expect, test } from 'vitest';

import { requestOf, USUAL } from './wanted';

const asked = { sort: '-@updated_at', filter: '{"field":"total","op":"gt","value":"100"}', q: '华东' };

test('filter, order and search of the list go along', () => {
  expect(requestOf(USUAL, asked, 'zh-CN')).toEqual({
    format: 'xlsx',
    language: 'zh-CN',
    filter: { field: 'total', op: 'gt', value: '100' },
    sort: ['-@updated_at'],
    q: '华东',
  });
});

test('a list that asks nothing sends nothing of it', () => {
  const nothing = { sort: '', filter: '', q: '' };
  expect(requestOf({ ...USUAL, format: 'csv' }, nothing, 'en')).toEqual({ format: 'csv', language: 'en' });
});

test('columns are those of the list, all, or the chosen ones behind the title', () => {
  const nothing = { sort: '', filter: '', q: '' };
  const fields = (extent: 'listed' | 'all' | 'chosen') =>
    requestOf({ ...USUAL, extent, fields: ['total', 'day'], lines: 'items' }, nothing, 'en');
  expect(fields('listed').fields).toBeUndefined();
  expect(fields('all').fields).toBe('all');
  expect(fields('chosen')).toMatchObject({ fields: ['@title', 'total', 'day'], lines: 'items' });
});
