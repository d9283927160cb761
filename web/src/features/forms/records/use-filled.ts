/** A list that is searched a stretch at a time goes on by itself until the first screen is full. */
import { useEffect } from 'react';

import type { List } from '@/lib/api/use-list';

/** As many rows as a large screen shows. */
export const SCREEN = 25;
/** Then a person says whether to go on. */
const MOST_PAGES = 10;

/** Whether it is still going on. */
export function useFilled({ items, pages, more, loadingMore, moreError, stale }: List<unknown>): boolean {
  const isShort = items.length < SCREEN && pages > 0 && pages < MOST_PAGES;
  const goesOn = isShort && more !== null && moreError === null && !stale;
  useEffect(() => {
    if (goesOn && !loadingMore) more();
  });
  return goesOn;
}
