import { expect, it } from 'vitest';

import { IdempotencyKey } from './idempotency-key';

it('keeps its key while the same thing is sent again without an answer', () => {
  const intention = new IdempotencyKey();
  expect(intention.keyFor({ name: 'a' })).toBe(intention.keyFor({ name: 'a' }));
});

it('takes a new key for other input, and after an answer', () => {
  const intention = new IdempotencyKey();
  const first = intention.keyFor({ name: 'a' });
  const second = intention.keyFor({ name: 'b' });
  intention.answered();
  expect(new Set([first, second, intention.keyFor({ name: 'b' })]).size).toBe(3);
});
