/**
 * A mailed link names its company (`/runs/…?company=<id>`), because one account may belong to several. Whoever opens
 * it in the right one sees the plain address; anybody else is asked first.
 */
const NAME = 'company';

/** The company that a path asks for, or null. */
export function companyOf(path: string): string | null {
  return new URL(path, 'http://local').searchParams.get(NAME);
}

export function withoutCompany(path: string): string {
  const url = new URL(path, 'http://local');
  url.searchParams.delete(NAME);
  return url.pathname + url.search;
}

/** The page that asks; `next` is what the link leads to. */
export function otherCompanyPath(next: string): string {
  return `/other-company?next=${encodeURIComponent(next)}`;
}
