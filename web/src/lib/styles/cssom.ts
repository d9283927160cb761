/**
 * Style sheets that are made while the app runs, as constructable style sheets.
 *
 * Takes the place of the module of Ant Design's utilities that writes `<style>` elements (see vite.config.ts): the
 * Content-Security-Policy forbids those and allows the CSSOM. The names and arguments are that module's.
 */

interface Options {
  prepend?: boolean | 'queue';
  priority?: number;
}

interface Entry {
  key: string;
  text: string;
  rank: number;
  sheet: CSSStyleSheet;
  handle: HTMLStyleElement;
}

const entries: Entry[] = [];

/** Sheets of the queue come in the order of their priority, before those that were simply appended. */
function rankOf({ prepend, priority = 0 }: Options): number {
  return prepend === 'queue' ? priority : prepend ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

export function updateCSS(text: string, key: string, options: Options = {}): HTMLStyleElement {
  const known = entries.find((entry) => entry.key === key);
  if (known) {
    if (known.text !== text) known.sheet.replaceSync(text);
    known.text = text;
    return known.handle;
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  // Callers mark the element that they get; it never enters the document.
  const entry = { key, text, rank: rankOf(options), sheet, handle: document.createElement('style') };
  const place = entries.findIndex((other) => other.rank > entry.rank);
  const index = place < 0 ? entries.length : place;
  entries.splice(index, 0, entry);
  document.adoptedStyleSheets.splice(index, 0, sheet);
  return entry.handle;
}

let anonymous = 0;

export function injectCSS(text: string, options: Options = {}): HTMLStyleElement {
  anonymous += 1;
  return updateCSS(text, `anonymous-${anonymous}`, options);
}

export function removeCSS(key: string): void {
  const index = entries.findIndex((entry) => entry.key === key);
  if (index < 0) return;
  entries.splice(index, 1);
  document.adoptedStyleSheets.splice(index, 1);
}

/** Part of the replaced module's interface; there is no cache of containers here. */
export function clearContainerCache(): void {
  return;
}
