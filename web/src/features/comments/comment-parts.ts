/** A comment cut into what is shown differently: mentions, links to the web, and the words between. */

export interface Part {
  kind: 'text' | 'mention' | 'link';
  text: string;
}

const LINK = /https?:\/\/[^\s<>"'，。；、）】]+/;

/** `names` are those of the members that the comment mentions: only they are marked. */
export function partsOf(text: string, names: string[]): Part[] {
  const marks = names.filter(Boolean).map((name) => `@${escaped(name)}`);
  // The longer name first, so that 王小明 is not cut after 王小.
  marks.sort((one, other) => other.length - one.length);
  const pattern = new RegExp([LINK.source, ...marks].join('|'), 'gu');
  const parts: Part[] = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    if (found.index > end) parts.push({ kind: 'text', text: text.slice(end, found.index) });
    parts.push({ kind: found[0].startsWith('@') ? 'mention' : 'link', text: found[0] });
    end = found.index + found[0].length;
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end) });
  return parts;
}

interface Person {
  id: string;
  name: string;
}

/** Ids of those who were chosen and are still in the text. */
export function mentionedIn(text: string, chosen: Person[]): string[] {
  const there = chosen.filter(({ name }) => text.includes(`@${name}`));
  return [...new Set(there.map(({ id }) => id))];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
}
