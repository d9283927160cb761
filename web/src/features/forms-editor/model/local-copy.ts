/** What was typed and not saved yet, on this device, for one form. */
import type { Copy } from './saver';

const key = (formId: string) => `banli.form-draft.${formId}`;

export function readCopy(formId: string): Copy | null {
  try {
    return JSON.parse(localStorage.getItem(key(formId)) ?? 'null') as Copy | null;
  } catch {
    return null;
  }
}

/** A full or forbidden store is no reason to stop: saving on the server goes on. */
export function keepCopy(formId: string, copy: Copy | null): void {
  try {
    if (copy) localStorage.setItem(key(formId), JSON.stringify(copy));
    else localStorage.removeItem(key(formId));
  } catch {
    return;
  }
}
