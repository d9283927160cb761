/** Somebody was faster: what became of a task that can no longer be decided. */
import type { Run, Task } from './api';

export interface Overtaken {
  kind: 'self' | 'colleague' | 'withdrawn' | 'moved_on';
  /** Who did it, when, and what he decided; as far as the kind has it. */
  name?: string;
  at?: string;
  decision?: 'approved' | 'rejected';
}

type Decided = Task & { status: 'approved' | 'rejected' };

const isDecided = (task: Task): task is Decided => task.status === 'approved' || task.status === 'rejected';

export function overtaken(run: Run, taskId: string): Overtaken {
  const step = run.path.find(({ tasks }) => tasks.some(({ id }) => id === taskId));
  const own = step?.tasks.find(({ id }) => id === taskId);
  if (own && isDecided(own)) return told('self', own);
  const last = step?.tasks.filter(isDecided).sort(byEnd).at(-1);
  if (last) return told('colleague', last);
  if (run.status === 'withdrawn') {
    return { kind: 'withdrawn', name: run.initiator.name, ...(run.ended_at ? { at: run.ended_at } : {}) };
  }
  return { kind: 'moved_on' };
}

function told(kind: 'self' | 'colleague', task: Decided): Overtaken {
  const { member, status, ended_at } = task;
  return { kind, name: member.name, decision: status, ...(ended_at ? { at: ended_at } : {}) };
}

function byEnd(one: Task, other: Task): number {
  return (one.ended_at ?? '').localeCompare(other.ended_at ?? '');
}
