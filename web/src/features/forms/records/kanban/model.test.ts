import { expect, it } from 'vitest';

import { cardsOf, laneFilter, lanesOf } from './model';

it('there is a lane for each value, and one for records without any', () => {
  const lanes = lanesOf([{ value: 'won', name: '赢单' }], {
    nameOf: ({ name, value }) => (typeof name === 'string' ? name : value),
    colorOf: () => 'green',
    blank: '（未填写）',
  });
  expect(lanes.map(({ value, name }) => [value, name])).toEqual([
    ['', '（未填写）'],
    ['won', '赢单'],
  ]);
});

it('the question of a lane keeps that of the list', () => {
  const condition = { any: [{ field: 'total', op: 'gt', value: '1' }] };
  expect(laneFilter(condition, 'stage', 'won')).toEqual({
    all: [condition, { field: 'stage', op: 'eq', value: 'won' }],
  });
  expect(laneFilter(null, 'stage', '')).toEqual({ all: [{ field: 'stage', op: 'empty' }] });
});

it('a card stands where it was put while its move is on the way, and back when it was refused', () => {
  const [a, b] = [{ id: 'a' }, { id: 'b' }];
  const moves = [{ card: a, from: 'open', to: 'won' }];
  expect(cardsOf('open', [a, b], moves)).toEqual([b]);
  expect(cardsOf('won', [], moves)).toEqual([a]);
  expect(cardsOf('open', [a, b], [])).toEqual([a, b]);
});
