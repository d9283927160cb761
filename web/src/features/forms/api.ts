import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { Values } from '@/entities/entry/to-payload';
import { createRecord, type Submission } from '@/entities/record/create';
import { api } from '@/lib/api/call';
import { isPassing } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';
import { documentPath } from '@/lib/routing/document';

export type Path = Schemas['FlowsPath'];

/** Who would be asked. `values` null: something is still missing, so nobody can tell. */
export function usePath(formId: string, values: Values | null, recordId = '') {
  return useQuery({
    queryKey: ['path', formId, recordId, values],
    queryFn: ({ signal }) =>
      api.post('/v1/runs/preview', {
        body: {
          ...(recordId === '' ? { form_id: formId } : { record_id: recordId }),
          values: values as Record<string, never>,
        },
        signal,
      }),
    enabled: values !== null,
    placeholderData: keepPreviousData,
    retry: (count, error) => count < 2 && isPassing(error),
  });
}

/** Where it is now: the page of the record, be it in approval or not. */
export async function submit(submission: Submission): Promise<string> {
  return documentPath(await createRecord(submission));
}
