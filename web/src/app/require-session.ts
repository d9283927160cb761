/** The door of the signed-in part: loads who is there, or leads to the sign-in and back again. */
import type { QueryClient } from '@tanstack/react-query';
import { redirect, type LoaderFunctionArgs } from 'react-router';

import type { Language } from '@/config/languages';
import { ApiProblem } from '@/lib/api/problem';
import { changeLanguage, currentLanguage } from '@/lib/i18n/i18n';
import { companyOf, otherCompanyPath, withoutCompany } from '@/lib/routing/company';
import { meQuery } from '@/lib/session/me';

export function requireSession(client: QueryClient) {
  return async ({ request }: LoaderFunctionArgs) => {
    const url = new URL(request.url);
    try {
      const me = await client.query({ ...meQuery, staleTime: 'static' });
      await applyLanguage(me.language);
      return inItsCompany(url, me.company.id);
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      return redirect(signInPath(url));
    }
  };
}

/** At sign-in, and where it was changed on another device: the account's language is the page's. */
async function applyLanguage(language: Language): Promise<void> {
  if (language !== currentLanguage()) await changeLanguage(language);
}

/** A mailed link says whose it is: in another company its page would only be missing. */
function inItsCompany(url: URL, current: string): Response | null {
  const path = url.pathname + url.search;
  const wanted = companyOf(path);
  if (wanted === null) return null;
  return redirect(wanted === current ? withoutCompany(path) : otherCompanyPath(path));
}

/** `at`: where the person wants to be after signing in. */
export function signInPath(at: { pathname: string; search: string }): string {
  const next = at.pathname + at.search;
  return next === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`;
}
