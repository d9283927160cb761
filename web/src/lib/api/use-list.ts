/** A list of the API, page after page. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import type { Page } from './types';

export interface List<T> {
  items: T[];
  /** How many answers these items came in. */
  pages: number;
  /** Nothing to show yet. */
  loading: boolean;
  /** What is shown belongs to the filter before; the new one is on its way. */
  stale: boolean;
  error: Error | null;
  more: (() => void) | null;
  loadingMore: boolean;
  /** The next page did not come; what is shown stays. */
  moreError: Error | null;
  again: () => void;
}

/** `key` names the list and holds its filters; `read` gets the cursor of the page. */
export function useList<T>(
  key: unknown[],
  read: (page: { cursor?: string; signal: AbortSignal }) => Promise<Page<T>>,
): List<T> {
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read(pageParam === '' ? { signal } : { cursor: pageParam, signal }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next_cursor,
    placeholderData: keepPreviousData,
  });
  return {
    items: query.data?.pages.flatMap((each) => each.items) ?? [],
    pages: query.data?.pages.length ?? 0,
    loading: query.isPending,
    stale: query.isPlaceholderData,
    error: query.data ? null : query.error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
    moreError: query.isFetchNextPageError ? query.error : null,
    again: () => void query.refetch(),
  };
}
