import { describe, expect, it } from 'vitest';

import type { Run, TrailEntry } from './api';
import { following, happened, someNames, waitingStep, type AheadStep } from './run-trail';

const entry = (seq: number, act: TrailEntry['act'], node = ''): TrailEntry => ({ seq, act, node, at: '' });
const step = (node: string, outcome: string) => ({ node, outcome, tasks: [] });
const run = (status: Run['status'], ...path: object[]) => ({ status, path }) as unknown as Run;

describe('what happened', () => {
  const entries = [
    entry(1, 'submitted'),
    entry(2, 'assigned', 'a'),
    entry(3, 'approved', 'a'),
    entry(4, 'assigned', 'b'),
  ];

  it('leaves out whom the run waits for now', () => {
    const found = happened(entries, run('running', step('a', 'passed'), step('b', 'waiting')));
    expect(found.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });

  it('is everything once the run is over', () => {
    expect(happened(entries, run('approved', step('a', 'passed'), step('b', 'passed')))).toEqual(entries);
  });
});

it('a run that is over waits nowhere', () => {
  expect(waitingStep(run('withdrawn', step('a', 'waiting')))).toBeUndefined();
});

it('the path ahead shows people, not the choice of a branch', () => {
  const ahead = [{ outcome: 'branched' }, { outcome: 'waiting' }, { outcome: 'copied' }] as AheadStep[];
  expect(following(ahead).map(({ outcome }) => outcome)).toEqual(['waiting', 'copied']);
});

it('names a handful of many, and counts the rest', () => {
  const people = Array.from({ length: 500 }, (_, number) => ({ name: `人${number}` }));
  expect(someNames(people)).toEqual({ names: ['人0', '人1', '人2', '人3', '人4'], more: 495 });
});
