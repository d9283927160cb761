/**
 * A short word that something worked. It leaves by itself, so it never carries what people must be able to read again:
 * failures stand where they happened (ProblemNote), and results are to be seen on the page.
 */
import { CircleCheck } from 'lucide-react';
import { useSyncExternalStore } from 'react';

import styles from './toast.module.css';

const SHOWN_MS = 3500;

interface Said {
  id: number;
  text: string;
}

let current: Said | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;
const listeners = new Set<() => void>();

function set(next: Said | null): void {
  current = next;
  for (const listener of listeners) listener();
}

export function toast(text: string): void {
  clearTimeout(timer);
  set({ id: Date.now(), text });
  timer = setTimeout(() => set(null), SHOWN_MS);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const said = useSyncExternalStore(subscribe, () => current);
  return (
    <div className={styles.place} role="status">
      {said && (
        <div key={said.id} className={styles.toast}>
          <CircleCheck size={16} aria-hidden="true" className={styles.icon} />
          {said.text}
        </div>
      )}
    </div>
  );
}
