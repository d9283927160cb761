import { describe, expect, it } from 'vitest';

import type { Run, TrailEntry } from './api';
import {
  endingOf,
  following,
  happened,
  heldFor,
  isProcess,
  someNames,
  waitingStep,
  type AheadStep,
} from './run-trail';

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

describe('what the flow did by itself', () => {
  const at = (act: TrailEntry['act'], moment: string, more: Partial<TrailEntry> = {}) => ({
    seq: 1,
    act,
    at: moment,
    ...more,
  });
  const shown = (entries: TrailEntry[]) =>
    entries.filter((entry) => !isProcess(entry, entries)).map(({ act }) => act);

  it('is told on demand; people and what has no other witness always', () => {
    const entries = [
      at('submitted', '1'),
      at('branch_taken', '1'),
      at('auto_passed', '1'),
      at('assigned', '1'),
      at('commented', '2'),
      at('approved', '3'),
      at('copied', '3'),
      at('finished', '3', { outcome: 'approved' }),
    ];
    expect(shown(entries)).toEqual(['submitted', 'auto_passed', 'commented', 'approved', 'copied']);
  });

  it('says the end where nobody did', () => {
    expect(shown([at('ended', '2'), at('finished', '2', { outcome: 'rejected' })])).toEqual(['finished']);
  });
});

it('a decision was held from when it was asked for', () => {
  const task = { id: 't1', opened_at: '2026-01-01T00:00:00Z' };
  const held = { status: 'running', path: [{ tasks: [task] }] } as unknown as Run;
  const decided = { act: 'approved', task: 't1', at: '2026-01-01T03:00:00Z' } as TrailEntry;
  expect(heldFor(decided, held)).toEqual({ from: task.opened_at, to: decided.at });
  expect(heldFor({ ...decided, act: 'commented' }, held)).toBeNull();
});

it('what ended a run is the last such act', () => {
  const entries = [entry(1, 'approved'), entry(2, 'rejected')];
  expect(endingOf(run('rejected'), entries)?.seq).toBe(2);
  expect(endingOf(run('running'), entries)).toBeUndefined();
});
