/** How many to-dos wait for me: asked on every page, and again when they may have changed. */
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLocation } from 'react-router';

import { todoCountQuery } from '@/features/flows/api';

export interface Waiting {
  count: number;
  /** There are more than were counted. */
  more: boolean;
}

/** These show the to-dos themselves, read anew: the count must not say anything else. */
const SHOW_THEM = ['/', '/todos'];

/** Null until it is known; a count that cannot be had is none, and never an error on a page about something else. */
export function useWaiting(): Waiting | null {
  const client = useQueryClient();
  const { pathname } = useLocation();
  const { data } = useQuery(todoCountQuery);
  useEffect(() => {
    const { queryKey } = todoCountQuery;
    // Changes of others come with a visit to another page, or with the focus of the window.
    const which = SHOW_THEM.includes(pathname) ? { queryKey } : { queryKey, stale: true };
    void client.refetchQueries(which, { cancelRefetch: false });
  }, [client, pathname]);
  return data ?? null;
}

/** "3", "99+", or "" for none. */
export function markOf(waiting: Waiting | null): string {
  if (waiting === null || waiting.count === 0) return '';
  return waiting.more ? `${waiting.count}+` : String(waiting.count);
}
