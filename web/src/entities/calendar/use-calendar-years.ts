/** Years of the company's working calendar, for formulas that ask for them. */
import { queryOptions, useQueries, type UseQueryResult } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

type Year = Schemas['DirectoryCalendarYear'];

const FRESH_MS = 5 * 60_000;
const [FIRST, LAST] = [2000, 2100];
/** So many are asked for; formulas over more have no live result, and the server's is right. */
export const MOST_YEARS = 12;

/** Those that are announced, or that the company has entered; of others nobody knows which days are free. */
export function useCalendarYears(years: readonly number[]): readonly Year[] {
  const known = years.filter((year) => FIRST <= year && year <= LAST);
  return useQueries({ queries: known.map(yearQuery), combine: announced });
}

function yearQuery(year: number) {
  return queryOptions({
    queryKey: ['calendar', year],
    queryFn: ({ signal }) => api.get('/v1/calendar/{year}', { params: { year: String(year) }, signal }),
    staleTime: FRESH_MS,
  });
}

function announced(results: UseQueryResult<Year>[]): readonly Year[] {
  return results.flatMap(({ data }) => (data?.state === 'announced' ? [data] : []));
}
