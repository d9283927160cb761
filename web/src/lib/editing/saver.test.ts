import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { ApiProblem, NoAnswer } from '@/lib/api/problem';

import { Saver, type Copy, type Draft } from './saver';

interface Named {
  name: string;
}
const named = (name: string): Named => ({ name });
const stale = new ApiProblem({ type: '', title: '', status: 409, code: 'stale', correlation_id: '' });

/** A server with one draft, and a device with one place to keep a copy. */
function world() {
  const server: Draft<Named> = { definition: named('a'), version: 1, updatedBy: 'me' };
  const kept: (Copy<Named> | null)[] = [];
  const answers: (Error | 'lost')[] = [];
  const saver = new Saver<Named>(
    { ...server },
    {
      put: (definition, version) => {
        const answer = answers.shift();
        if (answer instanceof Error) return Promise.reject(answer);
        if (version !== server.version) return Promise.reject(stale);
        Object.assign(server, { definition, version: version + 1 });
        return answer === 'lost' ? Promise.reject(new NoAnswer('')) : Promise.resolve({ ...server });
      },
      get: () => Promise.resolve({ ...server }),
      keep: (copy) => kept.push(copy),
      savable: ({ name }) => name !== '',
    },
  );
  return { server, kept, answers, saver };
}

describe('Saver', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once after the last of several changes, and forgets the copy on the device', async () => {
    const { server, kept, saver } = world();
    saver.change(named('b'));
    saver.change(named('c'));
    expect(kept.at(-1)).toMatchObject({ version: 1, mine: named('c') });
    await vi.advanceTimersByTimeAsync(2000);
    expect(server).toMatchObject({ definition: named('c'), version: 2 });
    expect(saver.state.is).toBe('saved');
    expect(kept.at(-1)).toBeNull();
  });

  it('waits while a name is missing, and keeps the text on the device', async () => {
    const { server, kept, saver } = world();
    saver.change(named(''));
    await vi.advanceTimersByTimeAsync(2000);
    expect(saver.state.is).toBe('held');
    expect(server.version).toBe(1);
    expect(kept.at(-1)).toMatchObject({ mine: named('') });
    expect(await saver.flush()).toBe(false);
  });

  it('stops when somebody else saved, and goes on from the merged draft', async () => {
    const { server, saver } = world();
    Object.assign(server, { definition: named('theirs'), version: 2, updatedBy: 'other' });
    saver.change(named('mine'));
    await vi.advanceTimersByTimeAsync(2000);
    expect(saver.state).toMatchObject({ is: 'stale', theirs: { definition: named('theirs') } });
    saver.resolve({ ...server }, named('both'));
    await vi.advanceTimersByTimeAsync(100);
    expect(server).toMatchObject({ definition: named('both'), version: 3 });
  });

  it('tries again after no answer, and knows its own change if only the answer was lost', async () => {
    const { server, answers, saver } = world();
    answers.push('lost');
    saver.change(named('b'));
    await vi.advanceTimersByTimeAsync(1000);
    expect(saver.state).toMatchObject({ is: 'failed', again: true });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.state.is).toBe('saved');
    expect(saver.version).toBe(2);
    expect(server.version).toBe(2);
  });
});
