import { describe, expect, it } from 'vitest';

import type { Copied, Started } from '@/features/flows/api';
import type { Me } from '@/lib/session/me';

import { changesOf } from './changes';
import { ownSteps, STEPS } from './steps';

const told = Object.keys(STEPS).map((step) => ({ step, done_at: null as string | null }));

function me(permissions: string[], { done = [] as string[], read_only = false } = {}): Me {
  const first_steps = told.map(({ step }) => ({ step, done_at: done.includes(step) ? '2026-11-25' : null }));
  return { permissions, first_steps, company: { read_only } } as unknown as Me;
}

const names = (who: Me) => ownSteps(who).map(({ step }) => step);

describe('first steps', () => {
  it('are those that this person may do', () => {
    expect(names(me(['members.manage', 'roles.manage', 'forms.build', 'flows.build']))).toEqual(
      Object.keys(STEPS),
    );
    expect(names(me(['forms.build']))).toEqual(['form_published', 'record_submitted']);
  });

  it('are not shown to who can only submit, nor in a company that can only look', () => {
    expect(names(me(['audit.read']))).toEqual([]);
    expect(names(me(['forms.build'], { read_only: true }))).toEqual([]);
  });

  it('go when all that he may do is done, whatever else is left', () => {
    expect(names(me(['forms.build'], { done: ['form_published'] }))).toHaveLength(2);
    expect(names(me(['forms.build'], { done: ['form_published', 'record_submitted'] }))).toEqual([]);
  });

  it('leave out what a newer server may tell of', () => {
    const who = me(['forms.build']);
    who.first_steps.push({ step: 'rocket_launched', done_at: null, ready: true });
    expect(names(who)).not.toContain('rocket_launched');
  });
});

describe('what changed', () => {
  const NOW = Date.parse('2026-11-25T12:00:00Z');
  const started = (run_id: string, status: string, ended_at: string | null) =>
    ({ run_id, status, ended_at }) as Started;
  const copied = (run_id: string, at: string, read_at: string | null = null) =>
    ({ run_id, at, read_at }) as Copied;
  const runs = (rows: Started[], copies: Copied[]) =>
    changesOf(rows, copies, NOW).map(({ row }) => row.run_id);

  it('is how my requests ended and what I have not read, newest first', () => {
    const rows = [
      started('yes', 'approved', '2026-11-24T00:00:00Z'),
      started('no', 'rejected', '2026-11-25T00:00:00Z'),
    ];
    expect(runs(rows, [copied('told', '2026-11-24T12:00:00Z')])).toEqual(['no', 'told', 'yes']);
  });

  it('is not what still runs, what I withdrew, what is long ago, or what I have read', () => {
    const rows = [
      started('running', 'running', null),
      started('withdrawn', 'withdrawn', '2026-11-25T00:00:00Z'),
      started('old', 'approved', '2026-10-01T00:00:00Z'),
    ];
    expect(runs(rows, [copied('read', '2026-11-25T00:00:00Z', '2026-11-25T01:00:00Z')])).toEqual([]);
  });
});
