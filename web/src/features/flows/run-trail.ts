/** From the trail and the state of a run to what its timeline shows: what happened, who is asked now, what follows. */
import type { Run, Task, TrailEntry } from './api';

type Step = Run['path'][number];
export type AheadStep = Run['ahead'][number];

/** Where the run waits now, if it does. */
export function waitingStep(run: Run): Step | undefined {
  return run.status === 'running' ? run.path.findLast(({ outcome }) => outcome === 'waiting') : undefined;
}

/** What happened, without the last "is asked": that one stands as "now", with what came of it since. */
export function happened(entries: TrailEntry[], run: Run): TrailEntry[] {
  const now = waitingStep(run);
  const asked = now && entries.findLast(({ act, node }) => act === 'assigned' && node === now.node);
  return entries.filter((entry) => entry !== asked);
}

const PROCESS: TrailEntry['act'][] = ['branch_taken', 'assigned', 'ended'];

/** What the flow did by itself on the way: who was asked, which branch was taken. People are told of it on demand. */
export function isProcess(entry: TrailEntry, entries: TrailEntry[]): boolean {
  if (PROCESS.includes(entry.act)) return true;
  // That it ended so is said by who ended it.
  const { act, outcome, at } = entry;
  return act === 'finished' && entries.some((each) => each.act === outcome && each.at === at);
}

/** From when to when somebody had it, for a decision. */
export function heldFor(entry: TrailEntry, run: Run): { from: string; to: string } | null {
  const task = run.path.flatMap(({ tasks }) => tasks).find(({ id }) => id === entry.task);
  if (!task?.opened_at || (entry.act !== 'approved' && entry.act !== 'rejected')) return null;
  return { from: task.opened_at, to: entry.at };
}

/** What ended the run, if somebody did. */
export function endingOf(run: Run, entries: TrailEntry[]): TrailEntry | undefined {
  return run.status === 'running' ? undefined : entries.findLast(({ act }) => act === run.status);
}

/** Whom the run waits for: in a sequence only the one whose turn it is. */
export function askedNow(step: Step): Task[] {
  return step.tasks.filter(({ status }) => status === 'open');
}

/** Everybody at a step who still counts, in the order in which they are asked. */
export function partOf(step: Step): Task[] {
  return step.tasks.filter(({ status }) => status !== 'handed_over');
}

/** What follows, as far as people have a part in it: which branch is taken is the flow's business. */
export function following(ahead: AheadStep[]): AheadStep[] {
  return ahead.filter(({ outcome }) => outcome !== 'branched');
}

const SHOWN = 5;

export interface Names {
  names: string[];
  /** How many more there are. */
  more: number;
}

/** A handful of names: five hundred approvers must not fill the page. */
export function someNames(people: { name: string }[]): Names {
  const names = people.slice(0, SHOWN).map(({ name }) => name);
  return { names, more: people.length - names.length };
}
