import { describe, expect, it } from 'vitest';

import { shares } from './balance-shares';

describe('the bar of a balance', () => {
  it('shows what is used and held of the limit', () => {
    expect(shares({ limit: '100000', used: '55000', held: '30000' })).toEqual({ used: 55, held: 30 });
  });

  it('is full where more is taken than the limit has', () => {
    expect(shares({ limit: '50', used: '60', held: '20' })).toEqual({ used: 75, held: 25 });
  });

  it('is empty without a limit', () => {
    expect(shares({ limit: '0', used: '0', held: '0' })).toEqual({ used: 0, held: 0 });
  });
});
