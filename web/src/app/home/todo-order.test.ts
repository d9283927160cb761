import { expect, it } from 'vitest';

import { byDue } from './todo-order';

const todo = (name: string, due_at: string | null) => ({ name, due_at });

it('puts what is due first, the earliest on top, and leaves the rest in order', () => {
  const found = byDue([
    todo('new', null),
    todo('late', '2026-12-02'),
    todo('old', null),
    todo('soon', '2026-12-01'),
  ]);
  expect(found.map(({ name }) => name)).toEqual(['soon', 'late', 'new', 'old']);
});
