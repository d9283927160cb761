/** Undo and redo over whole definitions. They share what did not change, so a long history costs little. */
const LONGEST = 100;
/** Letters typed into one input within this time are one step. */
const ONE_STEP_MS = 1200;

export interface History<D> {
  past: D[];
  now: D;
  future: D[];
  /** What the last step was about, and when: more of the same shortly after belongs to it. */
  about: string;
  at: number;
}

export function startHistory<D>(now: D): History<D> {
  return { past: [], now, future: [], about: '', at: 0 };
}

/** `about` names the input that is typed into; empty for a step of its own. */
export function step<D>(history: History<D>, next: D, about: string, at: number): History<D> {
  if (next === history.now) return history;
  const same = about !== '' && about === history.about && at - history.at < ONE_STEP_MS;
  const past = same ? history.past : [...history.past, history.now].slice(-LONGEST);
  return { past, now: next, future: [], about, at };
}

export function undo<D>(history: History<D>): History<D> {
  const before = history.past.at(-1);
  if (!before) return history;
  return {
    past: history.past.slice(0, -1),
    now: before,
    future: [history.now, ...history.future],
    about: '',
    at: 0,
  };
}

export function redo<D>(history: History<D>): History<D> {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.now], now: next, future, about: '', at: 0 };
}
