/** A web address. What is neither http nor https is never a link. */
import { defineFieldType } from '../../field-type';
import { lineType } from '../../line-type';
import { linkText } from '../../link-text';

const hrefOf = (value: string) => (/^https?:\/\//i.test(value) ? value : undefined);

export const fieldType = defineFieldType({
  ...lineType('url', 'https://example.com', linkText(hrefOf, true)),
  toPayload: (cell) => withScheme(cell as string),
});

/** "www.example.com" as people type it. */
export function withScheme(typed: string): string {
  const text = typed.trim();
  return /^[^\s/:?#@]+(\.[^\s/:?#@]+)+(:\d+)?([/?#]|$)/.test(text) ? `https://${text}` : text;
}
