/** What is typed into it: also an address without its scheme. */
import type { CellPart } from '../../field-type';
import { lineCell } from '../../line-cell';

export const cell: CellPart = {
  ...lineCell('https://example.com'),
  toPayload: (typed) => withScheme(typed as string),
};

/** "www.example.com" as people type it. */
export function withScheme(typed: string): string {
  const text = typed.trim();
  return /^[^\s/:?#@]+(\.[^\s/:?#@]+)+(:\d+)?([/?#]|$)/.test(text) ? `https://${text}` : text;
}
