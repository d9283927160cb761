import { describe, expect, it } from 'vitest';

import { ApiProblem, fieldPath, isPassing, NoAnswer, pauseBefore, problemOf } from './problem';

const problem = (status: number, code: string) =>
  new ApiProblem({ type: 'about:blank', title: 'x', status, code, correlation_id: 'c' });

describe('fieldPath', () => {
  it.each([
    ['/email', ['email']],
    ['/values/lines/0/amount', ['values', 'lines', 0, 'amount']],
    ['/a~1b/c~0d', ['a/b', 'c~d']],
    ['', []],
  ])('%s', (pointer, path) => {
    expect(fieldPath(pointer)).toEqual(path);
  });
});

describe('problemOf', () => {
  it('keeps what a gateway without words of its own answered', async () => {
    const found = await problemOf(new Response('<html>', { status: 502 }));
    expect(found).toMatchObject({ status: 502, code: 'gateway', fields: [] });
  });
});

describe('isPassing', () => {
  it('repeats what may have been lost, never what was refused', () => {
    expect(isPassing(new NoAnswer('x'))).toBe(true);
    expect(isPassing(problem(503, 'unavailable'))).toBe(true);
    expect(isPassing(problem(409, 'contended'))).toBe(true);
    expect(isPassing(problem(409, 'task_decided'))).toBe(false);
    expect(isPassing(problem(422, 'invalid'))).toBe(false);
  });
});

describe('the pause before a silent repetition', () => {
  const busy = (seconds?: string) =>
    problemOf(new Response('', { status: 503, headers: seconds ? { 'retry-after': seconds } : {} }));

  it('grows by itself, and is never shorter than the server asked for', async () => {
    expect(pauseBefore(0, new NoAnswer('x'))).toBe(400);
    expect(pauseBefore(1, await busy())).toBe(800);
    expect(pauseBefore(0, await busy('2'))).toBe(2_000);
  });

  it('is never longer than somebody waits, nor made of what is no number', async () => {
    expect(pauseBefore(0, await busy('600'))).toBe(8_000);
    expect(pauseBefore(0, await busy('Wed, 25 Nov 2026 08:00:00 GMT'))).toBe(400);
  });
});
