/** Sums over all records of a list, not only those that are loaded. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';

import type { Total } from './views/layout';

export interface Measure {
  field: string;
  function: Exclude<Total, ''>;
}

export interface Group {
  /** The value that they share; null: they have none. */
  key: string | null;
  label: string;
  count: number;
  measures: (string | null)[];
}

export interface Aggregate {
  count: number;
  /** False if the list holds more records than were looked at: then all figures are "at least". */
  exact: boolean;
  /** In the order in which they were asked for. */
  measures: (string | null)[];
  groups: Group[];
  coverage: { records: number; limit: number };
}

export interface AggregateQuestion {
  filter: string;
  q: string;
  measures: Measure[];
  by?: string;
}

// The contract of `POST /v1/forms/{form_id}/records/aggregate`, which reads and needs no key.
type Post = (
  path: string,
  options: { params: object; body: unknown; signal: AbortSignal },
) => Promise<Aggregate>;

export function useAggregate(formId: string, { filter, q, measures, by = '' }: AggregateQuestion) {
  return useQuery({
    queryKey: ['records', 'list', formId, 'aggregate', filter, q, measures, by],
    queryFn: ({ signal }) =>
      (api.post as unknown as Post)('/v1/forms/{form_id}/records/aggregate', {
        params: { form_id: formId },
        body: {
          filter: filter === '' ? null : (JSON.parse(filter) as unknown),
          ...(q === '' ? {} : { q }),
          measures,
          ...(by === '' ? {} : { by }),
        },
        signal,
      }),
    enabled: measures.length > 0 || by !== '',
    placeholderData: keepPreviousData,
  });
}
