/**
 * The draft of one form or record on this device, and the key under which it is being sent: whoever reloads the page after "no
 * answer" and submits the same again means the same submission, and the server must see that it is.
 */
import { useCallback, useEffect, useRef, useState } from 'react';

import { dropDraft, readDraft, writeDraft } from '@/lib/drafts/drafts';

import type { Typed } from './input-state';
import type { Values } from './to-payload';

const PAUSE_MS = 300;

interface Sending {
  key: string;
  content: string;
}

interface Draft {
  typed: Typed;
  /** Of a record that is being changed: what it held when the change began. */
  base?: Base | undefined;
  sending?: Sending | undefined;
}

export interface Base {
  version: number;
  values: Values;
}

export interface DraftKeeper {
  /** What was typed earlier; null: nothing. */
  found: Typed | null;
  foundBase: Base | undefined;
  keyFor: (values: Values) => string;
  /** An answer came: what is sent next is another intention. */
  answered: () => void;
  drop: () => void;
}

export function useDraft(
  memberId: string,
  name: string,
): DraftKeeper & { keep: (typed: Typed, base?: Base) => void } {
  const [found] = useState(() => readDraft(memberId, name) as Draft | null);
  const sending = useRef<Sending | undefined>(found?.sending);
  const latest = useRef<Pick<Draft, 'typed' | 'base'> | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const write = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    if (latest.current) writeDraft(memberId, name, { ...latest.current, sending: sending.current });
  }, [memberId, name]);
  useEffect(() => {
    // Only what is not written yet: after signing out nothing may come back.
    const flush = () => {
      if (timer.current !== undefined) write();
    };
    window.addEventListener('pagehide', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      flush();
    };
  }, [write]);

  const keep = useCallback(
    (typed: Typed, base?: Base) => {
      latest.current = { typed, base };
      clearTimeout(timer.current);
      timer.current = setTimeout(write, PAUSE_MS);
    },
    [write],
  );
  const keyFor = useCallback(
    (values: Values) => {
      const content = JSON.stringify(values);
      if (sending.current?.content !== content) sending.current = { key: crypto.randomUUID(), content };
      write();
      return sending.current.key;
    },
    [write],
  );
  const answered = useCallback(() => {
    sending.current = undefined;
    write();
  }, [write]);
  const drop = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = undefined;
    latest.current = null;
    sending.current = undefined;
    dropDraft(memberId, name);
  }, [memberId, name]);
  return { found: found?.typed ?? null, foundBase: found?.base, keep, keyFor, answered, drop };
}
