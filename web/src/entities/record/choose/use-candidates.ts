/** The records of a source: a page after another of one form, or the first few of all of them. */
import { keepPreviousData, useQueries } from '@tanstack/react-query';
import { useDeferredValue } from 'react';

import { useList, type List } from '@/lib/api/use-list';

import type { Candidate, RecordSource } from './sources';

const PAGE = 30;
const FIRST = 20;

export function useCandidates(source: RecordSource, form: string, q: string): List<Candidate> {
  return useList(keyOf(source, form, q), ({ cursor, signal }) =>
    source.read({ form, q, limit: PAGE, cursor, signal }),
  );
}

export function useFirstCandidates(source: RecordSource, typed: string) {
  const q = useDeferredValue(typed.trim());
  return useQueries({
    queries: source.forms.map((form) => ({
      queryKey: [...keyOf(source, form, q), 'first'],
      queryFn: ({ signal }: { signal: AbortSignal }) => source.read({ form, q, limit: FIRST, signal }),
      placeholderData: keepPreviousData,
    })),
    combine: (answers) => ({
      found: answers.flatMap(({ data }) => data?.items ?? []),
      busy: answers.some(({ isFetching }) => isFetching),
    }),
  });
}

const keyOf = (source: RecordSource, form: string, q: string) => [
  'records',
  'choose',
  ...source.key,
  form,
  q,
];
