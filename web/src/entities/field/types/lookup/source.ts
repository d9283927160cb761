/** What a pulled-through field is as far as its values go. */
import { omit } from '@/lib/editing/omit';

import type { Field, LookupMode, LookupSource } from '../../definition';
import { shownAs } from '../../registry';

/** The source under the field's own id and name; a line of text while it is not known. */
export function sourceOf(field: Field): Field {
  const { type, options = {} } = field.options?.source ?? {};
  return type === undefined ? { ...field, type: 'text', options: {} } : { ...field, type, options };
}

/** What the field of the other form is to this one. How a formula computes is its own form's business. */
export function asSource({ type, options = {} }: Field): LookupSource {
  if (options.source) return options.source;
  return { type, options: omit(options, 'expression') };
}

/** Figures are agreed upon when the record is chosen; other values are usually wanted as they are now. */
export function usualMode(field: Field): LookupMode {
  return shownAs(field).figure === undefined ? 'live' : 'frozen';
}
