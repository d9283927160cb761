/** Records of a form: lists, changes, the recycle bin and what happened to one. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { Values } from '@/entities/entry/to-payload';
import type { StoredRecord } from '@/entities/record/api';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList, type List } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type RecordCard = Schemas['FormsRecordCard'];
export type BinCard = Schemas['FormsBinCard'];
export type HistoryEntry = Schemas['FormsHistoryEntry'];
export type Change = HistoryEntry['changes'][number];
export type State = StoredRecord['state'];

/** A value of a card that is one text, such as a choice or a day; '' for none. */
export function textOf({ values }: RecordCard, field: string): string {
  const value = (values as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : '';
}

const PAGE = 30;
const HISTORY_PAGE = 10;

/** What a change of a record makes stale. */
const changesOf = (recordId: string) => [['records'], ['runs', 'of', recordId]];

/** `filter` and `sort` as the API has them; `q` is one text over the list. */
export interface Asked {
  sort: string;
  filter: string;
  q: string;
}

export function useRecords(formId: string, { sort, filter, q }: Asked): List<RecordCard> {
  return useList(['records', 'list', formId, sort, filter, q], ({ cursor, signal }) =>
    api.get('/v1/forms/{form_id}/records', {
      params: { form_id: formId },
      query: { sort, filter, q, limit: PAGE, cursor },
      signal,
    }),
  );
}

/** How many there are; asked apart from the list, which need not wait for it. */
export function useRecordCount(formId: string, { filter, q }: Asked, wanted = true) {
  return useQuery({
    queryKey: ['records', 'list', formId, 'count', filter, q],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/records/count', {
        params: { form_id: formId },
        query: { filter, q },
        signal,
      }),
    enabled: wanted,
    placeholderData: keepPreviousData,
  });
}

export function useBin(formId: string): List<BinCard> {
  return useList(['records', 'bin', formId], ({ cursor, signal }) =>
    api.get('/v1/forms/{form_id}/bin', {
      params: { form_id: formId },
      query: { limit: PAGE, cursor },
      signal,
    }),
  );
}

export function useHistory(recordId: string): List<HistoryEntry> {
  return useList(['records', recordId, 'history'], ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/history', {
      params: { record_id: recordId },
      query: { limit: HISTORY_PAGE, cursor },
      signal,
    }),
  );
}

/** `refresh`: what linked records brought along is copied anew. */
export function updateRecord(
  recordId: string,
  version: number,
  values: Values,
  refresh = false,
): Promise<StoredRecord> {
  return api.put('/v1/records/{record_id}', {
    params: { record_id: recordId },
    body: { values: values as Record<string, never>, ...(refresh ? { refresh } : {}) },
    version,
  });
}

/** Answers the id of the run that the record goes into. */
export async function submitRecord(recordId: string, key: string): Promise<string> {
  return (await api.post('/v1/runs', { body: { record_id: recordId }, key })).id;
}

/** What going into approval makes stale, of the record and of the member's lists. */
export const submitChanges = (recordId: string) => [...changesOf(recordId), ['started'], ['todos'], ['me']];

export function useDelete() {
  return useSend(
    ({ id, version }: Pick<StoredRecord, 'id' | 'version'>) =>
      api.delete('/v1/records/{record_id}', { params: { record_id: id }, version }),
    // Not the record itself: its page is still there, and would ask for what is gone.
    {
      changes: [
        ['records', 'list'],
        ['records', 'bin'],
      ],
      repeats: false,
    },
  );
}

/** The figures are computed in the background; `onStarted` may look for them. */
export function useRecompute(onStarted: () => void) {
  return useSend(
    (id: string, key) => api.post('/v1/records/{record_id}/recompute', { params: { record_id: id }, key }),
    { changes: [['jobs']], onSuccess: onStarted },
  );
}

export function useRestore(onSuccess: (card: BinCard) => void) {
  return useSend(
    ({ id }: BinCard, key) => api.post('/v1/records/{record_id}/restore', { params: { record_id: id }, key }),
    { changes: (_, { id }) => changesOf(id), onSuccess: (_, card) => onSuccess(card) },
  );
}
