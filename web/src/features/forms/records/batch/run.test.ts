import { expect, it } from 'vitest';

import { ApiProblem, NoAnswer } from '@/lib/api/problem';

import { runBatch } from './run';

const refusal = new ApiProblem({
  type: 'about:blank',
  title: '单据审批中',
  status: 409,
  code: 'record_locked',
  correlation_id: 'c',
});
const quick = { onEach: () => undefined, pause: () => Promise.resolve() };

it('each is done once, and what fails holds up none behind it', async () => {
  const done: string[] = [];
  const outcomes = await runBatch(
    ['a', 'b', 'c'],
    (id) => {
      if (id === 'b') return Promise.reject(refusal);
      done.push(id);
      return Promise.resolve();
    },
    quick,
  );
  expect(done).toEqual(['a', 'c']);
  expect(outcomes.map(({ error }) => error)).toEqual([null, refusal, null]);
});

it('what got no answer is tried again with the same key, and the next record has another', async () => {
  const keys: string[] = [];
  const outcomes = await runBatch(
    ['a', 'b'],
    (_, key) => {
      keys.push(key);
      return keys.length === 1 ? Promise.reject(new NoAnswer(null)) : Promise.resolve();
    },
    quick,
  );
  expect(outcomes.every(({ error }) => error === null)).toBe(true);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

it('what has not begun when it is stopped is left alone', async () => {
  let stopped = false;
  const outcomes = await runBatch(
    ['a', 'b'],
    () => {
      stopped = true;
      return Promise.resolve();
    },
    { ...quick, stopped: () => stopped },
  );
  expect(outcomes.map(({ id }) => id)).toEqual(['a']);
});
