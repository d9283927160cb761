/** Stored records and the versions of their forms, as every page that shows a record reads them. */
import { queryOptions, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

export type StoredRecord = Schemas['FormsRecord'];

export function recordQuery(recordId: string) {
  return queryOptions({
    queryKey: ['records', recordId],
    queryFn: ({ signal }) => api.get('/v1/records/{record_id}', { params: { record_id: recordId }, signal }),
  });
}

export function useRecord(recordId: string) {
  return useQuery(recordQuery(recordId));
}

export const publishedQuery = (formId: string) =>
  queryOptions({
    queryKey: ['forms', formId, 'published'],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/published', { params: { form_id: formId }, signal }),
  });

/** The form as it is published now; it also knows the names of choices that older versions offered. */
export function usePublishedForm(formId: string) {
  return useQuery(publishedQuery(formId));
}

/** The version of the form that a record was filled in with; it never changes. */
export function useFormVersion(formId: string, version: number) {
  return useQuery({
    queryKey: ['forms', formId, 'versions', String(version)],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/versions/{number}', {
        params: { form_id: formId, number: String(version) },
        signal,
      }),
    staleTime: Infinity,
    enabled: version > 0,
  });
}
