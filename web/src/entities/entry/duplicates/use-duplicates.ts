/** Records that are the same as the one that is filled in, asked of the server whenever somebody pauses or leaves an input. */
import { useQuery } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { same } from '@/lib/editing/same';

import type { Values } from '../to-payload';
import type { Entry } from '../use-entry';

export type Match = Schemas['FormsDuplicateMatches']['matches'][number];

const PAUSE_MS = 600;
const NONE: Match[] = [];
const NOT_COMPARED: readonly string[] = [];

/** What was found for the values as they stand now. */
export const DuplicatesContext = createContext<Match[]>(NONE);

/** Each is told at the first of its fields. */
export function useDuplicatesOf(fieldId: string): Match[] {
  const all = useContext(DuplicatesContext);
  return useMemo(() => all.filter(({ fields }) => fields[0] === fieldId), [all, fieldId]);
}

/** `compared` are the fields that duplicate rules compare; without them nothing is asked. */
export function useDuplicates(
  formId: string,
  entry: Entry,
  compared: readonly string[] = NOT_COMPARED,
): Match[] {
  const values = useMemo(() => filledIn(entry.values, compared), [entry.values, compared]);
  const asked = useSettledOrLeft(values);
  const { recordId } = entry;
  const { data } = useQuery({
    queryKey: ['records', 'duplicates', formId, recordId, asked],
    queryFn: ({ signal }) =>
      api.post('/v1/forms/{form_id}/duplicates', {
        params: { form_id: formId },
        body: { values: asked as Record<string, never>, ...(recordId === '' ? {} : { record_id: recordId }) },
        signal,
      }),
    enabled: Object.keys(asked).length > 0,
    // It is a hint: saving asks again.
    retry: false,
  });
  const stands = same(values, asked) && Object.keys(asked).length > 0;
  return stands ? (data?.matches ?? NONE) : NONE;
}

function filledIn(values: Values, compared: readonly string[]): Values {
  return Object.fromEntries(compared.filter((id) => id in values).map((id) => [id, values[id]]));
}

/** The values as they were before the last pause in typing, or when an input was left. */
function useSettledOrLeft(values: Values): Values {
  const [settled, setSettled] = useState(values);
  useEffect(() => {
    if (same(values, settled)) return;
    const settle = () => setSettled(values);
    const timer = setTimeout(settle, PAUSE_MS);
    document.addEventListener('focusout', settle);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('focusout', settle);
    };
  }, [values, settled]);
  return settled;
}
