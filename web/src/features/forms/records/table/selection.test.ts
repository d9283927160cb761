import { expect, it } from 'vitest';

import { all, MOST_SELECTED, NONE, pressed, remaining } from './selection';

const ORDER = ['a', 'b', 'c', 'd'];

it('a press selects one row and takes it back', () => {
  const one = pressed(NONE, ORDER, 'b', false);
  expect(one.ids).toEqual(['b']);
  expect(pressed(one, ORDER, 'b', false).ids).toEqual([]);
});

it('Shift makes a stretch from the row pressed before as the pressed one becomes', () => {
  const stretch = pressed(pressed(NONE, ORDER, 'd', false), ORDER, 'b', true);
  expect([...stretch.ids].sort()).toEqual(['b', 'c', 'd']);
  expect(pressed({ ...stretch, anchor: 'b' }, ORDER, 'c', true).ids).toEqual(['d']);
});

it('all rows are selected, and none when they were already', () => {
  const every = all(NONE, ORDER);
  expect(every.ids).toEqual(ORDER);
  expect(all(every, ORDER).ids).toEqual([]);
});

it('no more are selected than are worked on at once', () => {
  const many = Array.from({ length: MOST_SELECTED + 5 }, (_, at) => String(at));
  expect(all(NONE, many).ids).toHaveLength(MOST_SELECTED);
  expect(all(all(NONE, many), many).ids).toEqual([]);
});

it('a record that left the list is selected no more', () => {
  expect(remaining({ ids: ['a', 'x'], anchor: 'a' }, ORDER).ids).toEqual(['a']);
});
