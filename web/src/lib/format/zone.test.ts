import { describe, expect, it } from 'vitest';

import { dayIn, momentOf, wallClock } from './zone';

describe('the clock on the wall', () => {
  it('is that of the company', () => {
    expect(wallClock('2026-03-05T01:30:00.000Z', 'Asia/Shanghai')).toBe('2026-03-05T09:30');
  });

  it('leads back to the same moment', () => {
    expect(momentOf('2026-03-05T09:30', 'Asia/Shanghai')).toBe('2026-03-05T01:30:00.000Z');
  });

  it.each([
    ['before the clocks change', '2026-03-29T00:30', '2026-03-28T23:30:00.000Z'],
    ['after the clocks change', '2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
  ])('is right %s', (_, wall, moment) => expect(momentOf(wall, 'Europe/Berlin')).toBe(moment));

  it('says which day it is', () => {
    expect(dayIn(Date.parse('2026-03-05T17:00:00Z'), 'Asia/Shanghai')).toBe('2026-03-06');
  });

  it('takes only what is a moment', () => expect(momentOf('soon', 'Asia/Shanghai')).toBe(''));
});
