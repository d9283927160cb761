/** Where the records to choose from come from: what a link field allows, or all of a form that one may read. */
import type { Field } from '@/entities/field/definition';
import { api } from '@/lib/api/call';
import type { Page, Schemas } from '@/lib/api/types';

export type Candidate = Pick<Schemas['FormsRecordCard'], 'id' | 'title' | 'serial' | 'values' | 'links'>;

export interface Asked {
  form: string;
  q: string;
  limit: number;
  cursor?: string | undefined;
  signal?: AbortSignal | undefined;
}

export interface RecordSource {
  /** Of the answers, with `form` and `q`. */
  key: unknown[];
  /** Ids of the forms whose records there are. */
  forms: string[];
  read: (asked: Asked) => Promise<Page<Candidate>>;
  /** What the filter compares with and is blank yet: until it is filled in, too little is offered. */
  lacks?: Field[];
}

export const NO_RECORDS: RecordSource = {
  key: [],
  forms: [],
  read: () => Promise.resolve({ items: [], next_cursor: null }),
};

/** `path` of the link as the API names it; `values` of the record as far as the filter of the link names them. */
export function candidatesOf(
  formId: string,
  path: string,
  forms: string[],
  values: Record<string, unknown>,
): RecordSource {
  const told = Object.keys(values).length > 0 ? JSON.stringify(values) : '';
  return {
    key: ['candidates', formId, path, told],
    forms,
    read: ({ form, signal, ...page }) =>
      api.get('/v1/forms/{form_id}/links/{path}/candidates', {
        params: { form_id: formId, path },
        query: { ...page, form, values: told },
        ...(signal ? { signal } : {}),
      }),
  };
}

export function recordsOf(forms: string[]): RecordSource {
  return {
    key: ['list'],
    forms,
    read: ({ form, signal, ...page }) =>
      api.get('/v1/forms/{form_id}/records', {
        params: { form_id: form },
        query: page,
        ...(signal ? { signal } : {}),
      }),
  };
}
