/** Groups taken apart for the editor and put together again. */
import { describe, expect, it } from 'vitest';

import { groupOf, makeGroup, outermost, placeOf, pruned } from './tree';
import type { Comparison, Condition } from './types';

describe('groups', () => {
  const big: Comparison = { field: '合计', op: 'gt', value: '5' };
  const small: Comparison = { field: '合计', op: 'lt', value: '1' };

  it.each<[Condition, string]>([
    [{ all: [big, small] }, 'all/1'],
    [{ any: [big, small] }, 'any/1'],
    [{ not: { any: [big, small] } }, 'not/any/1'],
    [{ not: { all: [big, small] } }, 'not/all/1'],
  ])('%o is taken apart and put together again', (condition, place) => {
    const group = groupOf(condition);
    expect(placeOf(group, 1)).toBe(place);
    expect(makeGroup(group.joiner, group.parts)).toEqual(condition);
  });

  it('what has one group, as it was stored, is shown without a frame', () => {
    expect(outermost({ any: [{ all: [big] }] })).toEqual({ shown: { all: [big] }, path: 'any/0/' });
    expect(outermost({ any: [big, small] }).path).toBe('');
    expect(outermost({ any: [] }).shown).toEqual({ all: [] });
  });

  it('a group goes with its last line', () => {
    const condition: Condition = { all: [big, { any: [{ not: small }] }] };
    expect(pruned(condition, ({ op }) => op !== 'lt')).toEqual({ all: [big] });
    expect(pruned(condition, () => false)).toBeNull();
  });
});
