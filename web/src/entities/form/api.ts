/** Forms as every page reads them: the list, what is published now, and one version. */
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';

export type FormEntry = Schemas['FormsFormEntry'];
export type Form = Schemas['FormsForm'];

/** The key of the list, and the beginning of the keys of everything about forms. */
export const FORMS = ['forms'];

/** Those that this member may fill in or read; all of them for those who build forms. */
export function useForms() {
  return useList<FormEntry>(FORMS, ({ cursor, signal }) =>
    api.get('/v1/forms', { query: { limit: 100, ...(cursor ? { cursor } : {}) }, signal }),
  );
}

export const publishedQuery = (formId: string) =>
  queryOptions({
    queryKey: [...FORMS, formId, 'published'],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/published', { params: { form_id: formId }, signal }),
    enabled: formId !== '',
  });

/** The form as it is published now; it also knows the names of choices that older versions offered. */
export function usePublishedForm(formId: string) {
  return useQuery(publishedQuery(formId));
}

/** The version of the form that a record was filled in with; it never changes. */
export function useFormVersion(formId: string, version: number) {
  return useQuery({
    queryKey: [...FORMS, formId, 'versions', String(version)],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/versions/{number}', {
        params: { form_id: formId, number: String(version) },
        signal,
      }),
    staleTime: Infinity,
    enabled: version > 0,
  });
}
