/**
 * The session's silent renewal. The refresh cookie may be used once, so two tabs that both find their session expired
 * must not both use it: whoever holds the lock renews, and the others see that it is done.
 */
import { announce } from '@/lib/tabs/tabs';

const LOCK = 'banli.session';
const RENEWED = 'banli.session.renewed';

let running: Promise<boolean> | null = null;

/** True when a request that was sent at `since` (ms) may be sent again. Announces the end of the session if not. */
export function refreshSession(since: number): Promise<boolean> {
  running ??= exclusively(() => renew(since)).finally(() => {
    running = null;
  });
  return running;
}

async function renew(since: number): Promise<boolean> {
  if (Number(localStorage.getItem(RENEWED) ?? 0) >= since) return true;
  let response: Response;
  try {
    response = await fetch('/v1/session/refresh', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Idempotency-Key': crypto.randomUUID() },
    });
  } catch {
    return false;
  }
  // Unread, its body would keep the connection.
  await response.body?.cancel();
  if (response.ok) {
    localStorage.setItem(RENEWED, String(Date.now()));
    return true;
  }
  if (response.status === 401) announce({ kind: 'session_ended' });
  return false;
}

async function exclusively(work: () => Promise<boolean>): Promise<boolean> {
  // Absent outside secure contexts; a single tab is then all that can be coordinated.
  const { locks } = navigator as { locks?: LockManager };
  return locks ? await locks.request(LOCK, work) : await work();
}
