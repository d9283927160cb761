/** What a pasted text was taken for. */
import type { Cell } from '../cell';

/** Why somebody should look at what was understood. */
export type DoubtCode =
  'dayOrder' | 'serialDay' | 'year' | 'noTime' | 'timeDropped' | 'currency' | 'zero' | 'fraction';

export interface Doubt {
  code: DoubtCode;
  raw: string;
}

export interface Reading {
  cell: Cell;
  doubt?: Doubt;
}

/** One text for everything that looks the same: width, case, spaces and what cannot be seen make no difference. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Several names in one cell. Slashes and bars part them only where the whole is no name: "A/B" may be one. */
export function partsOf(text: string, isOne: (part: string) => boolean): string[] {
  const clean = (parts: string[]) => parts.map((part) => part.trim()).filter((part) => part !== '');
  if (isOne(text)) return [text.trim()];
  return clean(text.split(/[、，,;；\n\r\t]/)).flatMap((part) =>
    isOne(part) ? [part] : clean(part.split(/[/／|｜]/)),
  );
}
