/** What the server has said about the draft last, with the draft that it was said of. */
import { useState, useSyncExternalStore } from 'react';

import type { Saver } from './saver';

export interface Checked<D, A> {
  about: D;
  answer: A;
  /** It is about the draft as it is on the screen. */
  current: boolean;
}

/**
 * The answer for the saved version stays until the next one comes, so that faults do not flicker with every saving;
 * whoever shows them leaves out what was changed since, by comparing with `about`.
 */
export function useChecked<D, A extends { version: number }>(
  saver: Saver<D>,
  answer: A | undefined,
): Checked<D, A> | null {
  const version = useSyncExternalStore(saver.subscribe, () => saver.version);
  const saved = useSyncExternalStore(saver.subscribe, () => saver.state).is === 'saved';
  const [last, setLast] = useState<{ about: D; answer: A } | null>(null);
  if (answer?.version === version && last?.answer !== answer) setLast({ about: saver.base, answer });
  return last && { ...last, current: saved && last.answer.version === version };
}
