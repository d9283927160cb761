/** The door of the signed-in part: loads who is there, or leads to the sign-in and back again. */
import type { QueryClient } from '@tanstack/react-query';
import { redirect, type LoaderFunctionArgs } from 'react-router';

import { ApiProblem } from '@/lib/api/problem';
import { meQuery } from '@/lib/session/me';

export function requireSession(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs) => {
    try {
      await client.query({ ...meQuery, staleTime: 'static' });
      return null;
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      return redirect(signInPath(new URL(request.url)));
    }
  };
}

/** `at`: where the person wants to be after signing in. */
export function signInPath(at: { pathname: string; search: string }): string {
  const next = at.pathname + at.search;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
