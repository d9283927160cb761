/** What the tabs of one browser tell each other, so that two of them agree. */
import type { Language } from '@/config/languages';

export type Announcement =
  | { kind: 'signed_in' }
  /** Somebody left on purpose. */
  | { kind: 'signed_out' }
  /** The session ran out, or was ended from another device: what is being typed must not be lost by it. */
  | { kind: 'session_ended' }
  | { kind: 'language'; language: Language }
  /** Server state changed: queries whose key begins with one of these are stale. */
  | { kind: 'changed'; keys: string[][] };

type Listener = (said: Announcement, elsewhere: boolean) => void;

const listeners = new Set<Listener>();
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('banli');

channel?.addEventListener('message', (event: MessageEvent<Announcement>) => {
  for (const listener of listeners) listener(event.data, true);
});

/** Tells every tab, this one included. */
export function announce(said: Announcement): void {
  for (const listener of listeners) listener(said, false);
  channel?.postMessage(said);
}

/** Returns the way to stop listening. */
export function hear(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
