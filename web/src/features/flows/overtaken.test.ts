import { describe, expect, it } from 'vitest';

import type { Run, Task } from './api';
import { overtaken } from './overtaken';

const task = (id: string, name: string, status: Task['status'], ended_at: string | null = null): Task => ({
  id,
  member: { id: name, name },
  why: { rule: 'member' },
  status,
  opened_at: '2026-11-22T01:00:00.000Z',
  ended_at,
  due_at: null,
});

function run(tasks: Task[], changes: Partial<Run> = {}): Run {
  const step = { node: 'n', name: 'n', type: 'approve', mode: 'any', outcome: 'passed', detail: '', tasks };
  return {
    status: 'running',
    ended_at: null,
    initiator: { id: 'i', name: '陈思雨' },
    path: [step],
    ...changes,
  } as Run;
}

describe('a task that can no longer be decided', () => {
  it('was decided by the person himself, in another tab', () => {
    const found = overtaken(run([task('t1', '林静', 'approved', '2026-11-22T02:00:00.000Z')]), 't1');
    expect(found).toEqual({
      kind: 'self',
      name: '林静',
      decision: 'approved',
      at: '2026-11-22T02:00:00.000Z',
    });
  });

  it('was decided by the colleague who came last', () => {
    const tasks = [
      task('t1', '林静', 'closed'),
      task('t2', '吴敏', 'rejected', '2026-11-22T03:00:00.000Z'),
      task('t3', '周建国', 'approved', '2026-11-22T02:00:00.000Z'),
    ];
    expect(overtaken(run(tasks, { status: 'rejected' }), 't1')).toMatchObject({
      kind: 'colleague',
      name: '吴敏',
    });
  });

  it('went with the request that was withdrawn', () => {
    const withdrawn = run([task('t1', '林静', 'closed')], {
      status: 'withdrawn',
      ended_at: '2026-11-22T04:00:00.000Z',
    });
    expect(overtaken(withdrawn, 't1')).toEqual({
      kind: 'withdrawn',
      name: '陈思雨',
      at: '2026-11-22T04:00:00.000Z',
    });
  });

  it('is somebody else’s now', () => {
    expect(overtaken(run([task('t1', '林静', 'handed_over')]), 't1')).toEqual({ kind: 'moved_on' });
  });
});
