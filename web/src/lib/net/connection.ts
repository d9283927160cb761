/**
 * Whether the server can be reached. A browser knows only its own cable, so the truth is what requests meet: the first
 * one without an answer starts a watch that asks the health route until it answers, and then everything goes on.
 */
const WATCH_MS = 3000;

type Listener = (online: boolean) => void;

const listeners = new Set<Listener>();
let online = true;
let timer: ReturnType<typeof setTimeout> | undefined;

export function isOnline(): boolean {
  return online;
}

export function onConnection(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function reachable(): void {
  clearTimeout(timer);
  timer = undefined;
  change(true);
}

export function unreachable(): void {
  change(false);
  timer ??= setTimeout(() => void probe(), WATCH_MS);
}

/** Asks now; true when the server answers. */
export async function probe(): Promise<boolean> {
  clearTimeout(timer);
  timer = undefined;
  const answered = await fetch('/v1/health', { cache: 'no-store' }).then(
    async (response) => {
      await response.body?.cancel();
      return response.status < 500;
    },
    () => false,
  );
  if (answered) reachable();
  else unreachable();
  return answered;
}

function change(next: boolean): void {
  if (next === online) return;
  online = next;
  for (const listener of listeners) listener(online);
}

/** Starts listening to the browser's own news, which is faster than the next request. */
export function watchConnection(): void {
  window.addEventListener('offline', unreachable);
  window.addEventListener('online', () => void probe());
}
