/** Asks the server for the path of the draft. It reads the draft that it has, so what is not saved yet is saved first. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';

import type { Values } from '@/entities/entry/to-payload';
import { api } from '@/lib/api/call';
import { isPassing } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';

export type Path = Schemas['FlowsPath'];
export type PathStep = Path['steps'][number];

/** The draft could not be saved, so nothing can be said of it. */
export class Unsaved extends Error {}

interface Asked {
  flowId: string;
  initiator: string;
  /** null: something is still missing. */
  values: Values | null;
  save: () => Promise<boolean>;
}

export function usePreview({ flowId, initiator, values, save }: Asked) {
  return useQuery({
    queryKey: ['flow-preview', flowId, initiator, values],
    queryFn: async ({ signal }) => {
      if (!(await save())) throw new Unsaved();
      return api.post('/v1/runs/preview', {
        body: { flow_id: flowId, initiator_id: initiator, values: values as Record<string, never> },
        signal,
      });
    },
    enabled: values !== null && initiator !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
    retry: (count, error) => count < 2 && isPassing(error),
  });
}
