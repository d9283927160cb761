/** One session of editing a draft: the history of its definition, and saving it by itself. */
import { useCallback, useEffect, useState } from 'react';

import { dropDraft, readDraft, writeDraft } from '@/lib/drafts/drafts';

import { redo, startHistory, step, undo } from './history';
import { Saver, type Copy, type Draft, type Ports } from './saver';

export interface DraftEditing<D> {
  definition: D;
  saver: Saver<D>;
  /** `about` joins the letters of one input into one step of undo. */
  change: (definition: D, about?: string) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Takes over what both sides were brought to. */
  resolve: (theirs: Draft<D>, merged: D) => void;
}

interface Options<D> extends Pick<Ports<D>, 'put' | 'get' | 'savable'> {
  memberId: string;
  /** Under what the device keeps what is not saved yet. */
  name: string;
  draft: Draft<D>;
}

export function useDraft<D extends object>(options: Options<D>): DraftEditing<D> {
  const [{ saver, mine }] = useState(() => startOf(options));
  const [history, setHistory] = useState(() => startHistory(mine));
  const definition = history.now;

  useEffect(() => saver.change(definition), [saver, definition]);
  useEffect(() => {
    const hiding = () => void saver.flush();
    // Only what could not be saved is worth stopping somebody who leaves.
    const leaving = (event: BeforeUnloadEvent) => {
      if (saver.state.is === 'stale' || saver.state.is === 'failed') event.preventDefault();
    };
    window.addEventListener('pagehide', hiding);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('pagehide', hiding);
      window.removeEventListener('beforeunload', leaving);
      void saver.flush().finally(() => saver.stop());
    };
  }, [saver]);

  const change = useCallback(
    (next: D, about = '') => setHistory((before) => step(before, next, about, Date.now())),
    [],
  );
  return {
    definition,
    saver,
    change,
    undo: history.past.length > 0 ? () => setHistory(undo) : null,
    redo: history.future.length > 0 ? () => setHistory(redo) : null,
    resolve: (theirs, merged) => {
      change(merged);
      saver.resolve(theirs, merged);
    },
  };
}

/** With what this device still holds unsaved; if somebody saved since, the first saving finds that out. */
function startOf<D extends object>({
  memberId,
  name,
  draft,
  ...ports
}: Options<D>): {
  saver: Saver<D>;
  mine: D;
} {
  const copy = readDraft(memberId, name) as Copy<D> | null;
  const from = copy ? { ...draft, definition: copy.base, version: copy.version } : draft;
  const saver = new Saver<D>(from, {
    ...ports,
    keep: (kept) => {
      if (kept) writeDraft(memberId, name, kept);
      else dropDraft(memberId, name);
    },
  });
  return { saver, mine: copy?.mine ?? draft.definition };
}
