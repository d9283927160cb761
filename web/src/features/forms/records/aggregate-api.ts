/** Sums over all records of a list, not only those that are loaded. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

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

type Aggregate = Omit<Schemas['FormsAggregate'], 'groups'> & { groups: Group[] };
type Filter = Schemas['FormsAggregateRequest']['filter'];

export interface AggregateQuestion {
  filter: string;
  q: string;
  measures: Measure[];
  by?: string;
}

export function useAggregate(formId: string, { filter, q, measures, by = '' }: AggregateQuestion) {
  return useQuery({
    queryKey: ['records', 'list', formId, 'aggregate', filter, q, measures, by],
    queryFn: ({ signal }) =>
      api.post('/v1/forms/{form_id}/records/aggregate', {
        params: { form_id: formId },
        body: {
          filter: filter === '' ? null : (JSON.parse(filter) as Filter),
          ...(q === '' ? {} : { q }),
          measures,
          ...(by === '' ? {} : { by }),
        },
        signal,
      }) as Promise<Aggregate>,
    enabled: measures.length > 0 || by !== '',
    placeholderData: keepPreviousData,
  });
}
