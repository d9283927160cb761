/** The links that lead to a record, and the records that hold them. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList, type List } from '@/lib/api/use-list';

import type { RecordCard } from './api';

export type ChildLink = Schemas['FormsChildLink'];

const PAGE = 20;

export function useChildLinks(recordId: string) {
  return useQuery({
    queryKey: ['records', recordId, 'children'],
    queryFn: ({ signal }) =>
      api.get('/v1/records/{record_id}/children', { params: { record_id: recordId }, signal }),
  });
}

export function useChildren(recordId: string, { form_id, path }: ChildLink): List<RecordCard> {
  return useList(['records', recordId, 'children', form_id, path], ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/children/{form_id}/{path}', {
      params: { record_id: recordId, form_id, path },
      query: { limit: PAGE, cursor },
      signal,
    }),
  );
}

/** Where a new one is filled in, with the link to the record. */
export function newChildPath({ form_id, path }: ChildLink, recordId: string): string {
  return `/forms/${form_id}/new?${new URLSearchParams({ link: path, to: recordId }).toString()}`;
}
