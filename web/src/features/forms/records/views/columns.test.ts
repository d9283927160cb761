import { expect, it } from 'vitest';

import { chosenColumns, moved, placed, toggled } from './columns';
import type { ViewColumn } from './layout';

const of = (...fields: string[]): ViewColumn[] => fields.map((field) => ({ field, width: 0, total: '' }));
const names = (columns: ViewColumn[]) => columns.map(({ field }) => field);
const KNOWN = ['@title', 'a', 'b', 'c'];

it('without a choice the usual columns are shown, with the widths that they were given', () => {
  const sized: ViewColumn = { field: '@title', width: 300, total: '' };
  expect(chosenColumns([sized], ['@title', 'a'], KNOWN, '@title')).toEqual([sized, ...of('a')]);
  expect(names(chosenColumns([], ['@title', 'a'], KNOWN, '@title'))).toEqual(['@title', 'a']);
});

it('a removed field and a second time the same are left out, and the name of the record leads', () => {
  expect(names(chosenColumns(of('b', 'gone', 'b', 'a'), ['@title'], KNOWN, '@title'))).toEqual([
    '@title',
    'b',
    'a',
  ]);
});

it('columns are shown, hidden and moved, and the first stays first', () => {
  const columns = of('@title', 'a', 'b');
  expect(names(toggled(columns, 'c'))).toEqual(['@title', 'a', 'b', 'c']);
  expect(names(toggled(columns, 'a'))).toEqual(['@title', 'b']);
  expect(names(moved(columns, 'a', 1))).toEqual(['@title', 'b', 'a']);
  expect(names(moved(columns, 'a', -1))).toEqual(['@title', 'a', 'b']);
  expect(names(moved(columns, '@title', 1))).toEqual(['@title', 'a', 'b']);
  expect(names(placed(of('@title', 'a', 'b', 'c'), 'c', 1))).toEqual(['@title', 'c', 'a', 'b']);
});
