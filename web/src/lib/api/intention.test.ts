import { expect, it } from 'vitest';

import { Intention } from './intention';

it('keeps its key while the same thing is sent again without an answer', () => {
  const intention = new Intention();
  expect(intention.keyFor({ name: 'a' })).toBe(intention.keyFor({ name: 'a' }));
});

it('takes a new key for other input, and after an answer', () => {
  const intention = new Intention();
  const first = intention.keyFor({ name: 'a' });
  const second = intention.keyFor({ name: 'b' });
  intention.answered();
  expect(new Set([first, second, intention.keyFor({ name: 'b' })]).size).toBe(3);
});
