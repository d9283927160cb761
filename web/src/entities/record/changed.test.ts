import { describe, expect, it } from 'vitest';

import { changesOf, formerRows } from './changed';

const rows = [{ price: '5' }, { price: '6' }];
const states = (shown: { state: string }[]) => shown.map(({ state }) => state);

it('a field has its own changes, not those of one whose name begins alike', () => {
  const changes = [{ field: 'line' }, { field: 'lines/0/price' }, { field: 'lines' }];
  expect(changesOf(changes, 'line')).toEqual([{ field: 'line' }]);
  expect(changesOf(changes, 'lines')).toHaveLength(2);
});

describe('lines', () => {
  it('say in each cell what stood there', () => {
    const shown = formerRows(rows, [{ field: 'lines/1/price', before: '7', after: '6' }]);
    expect(shown.map(({ former }) => former)).toEqual([{}, { price: '7' }]);
  });

  it('mark what came and keep what went in sight', () => {
    expect(states(formerRows(rows, [{ field: 'lines/1', before: null, after: rows[1] }]))).toEqual([
      'kept',
      'added',
    ]);
    const went = formerRows(rows, [{ field: 'lines/2', before: { price: '9' }, after: null }]);
    expect(states(went)).toEqual(['kept', 'kept', 'removed']);
    expect(went[2]?.values).toEqual({ price: '9' });
  });

  it('may have come or gone as a whole', () => {
    expect(states(formerRows(rows, [{ field: 'lines', before: null, after: rows }]))).toEqual([
      'added',
      'added',
    ]);
    expect(states(formerRows(undefined, [{ field: 'lines', before: rows, after: null }]))).toEqual([
      'removed',
      'removed',
    ]);
  });
});
