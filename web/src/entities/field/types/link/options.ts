/** The options of a linked record as its settings and its input read them, and the server's limits. */
import { omit } from '@/lib/editing/omit';

import type { Field, FieldOptions } from '../../definition';

export const MOST_LINKED = 50;
export const MOST_FORMS = 5;
export const MOST_COLUMNS = 6;

/** Ids of the other form's fields that are shown when a record is chosen. */
export function shownColumns({ options }: Field): string[] {
  return (options?.columns ?? []) as unknown as string[];
}

export const targetsOf = ({ options }: Field): string[] => options?.forms ?? [];

/** With other forms, what was set about the fields of one of them means nothing. */
export function withForms(options: FieldOptions, forms: string[]): FieldOptions {
  const [only] = options.forms ?? [];
  if (forms.length === 1 && forms[0] === only) return { ...options, forms };
  return { ...omit(omit(options, 'columns'), 'filter'), forms };
}
