/**
 * What somebody has typed and not yet sent, kept on this device: a reload, a lost network or an expired session must
 * not cost it. It is gone after sending and after signing out, because the next person at this device is another one.
 */
const PREFIX = 'banli.draft.';

/** null: there is none, or it cannot be read any more. */
export function readDraft(memberId: string, name: string): unknown {
  try {
    return JSON.parse(localStorage.getItem(keyOf(memberId, name)) ?? 'null');
  } catch {
    return null;
  }
}

/** False when the device has no room for it. */
export function writeDraft(memberId: string, name: string, draft: unknown): boolean {
  try {
    localStorage.setItem(keyOf(memberId, name), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function dropDraft(memberId: string, name: string): void {
  localStorage.removeItem(keyOf(memberId, name));
}

export function dropAllDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function keyOf(memberId: string, name: string): string {
  return `${PREFIX}${memberId}.${name}`;
}
