/**
 * The records that values link to, by id: what the server says of them beside the values of a record or a list entry.
 * What it did not say (a record that was just chosen, an older value in a history) is asked for.
 */
import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';

import { api } from '@/lib/api/call';
import { ApiProblem } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';

export type Links = Schemas['FormsLinks'];
export type Linked = Links[string];

export interface LinksState {
  links: Links;
  /** A press on a linked record leads nowhere: it stands where something else is to be chosen. */
  inert: boolean;
}

export const LinksContext = createContext<LinksState>({ links: {}, inert: false });

/** What stands in a value for a record that the reader may not see; sent back unchanged it means what is stored. */
const HIDDEN = 'hidden:';

export const isHidden = (id: string): boolean => id.startsWith(HIDDEN);

export type LinkedState = 'readable' | 'hidden' | 'deleted' | 'gone' | 'unknown';

export interface LinkedRecord {
  state: LinkedState;
  /** '' unless it may be read. */
  title: string;
}

export function useLinked(id: string): LinkedRecord {
  const known = useContext(LinksContext).links[id];
  const asked = useQuery({ ...linkedQuery(id), enabled: known === undefined && id !== '' && !isHidden(id) });
  return stateOf(id, known ?? asked.data?.linked);
}

export function stateOf(id: string, known: Linked | null | undefined): LinkedRecord {
  if (isHidden(id) || known?.readable === false) return { state: 'hidden', title: '' };
  if (known) return { state: known.deleted ? 'deleted' : 'readable', title: known.title ?? '' };
  return { state: known === null ? 'gone' : 'unknown', title: '' };
}

const FRESH_MS = 60_000;

interface Answered {
  id: string;
  /** null: there is no such record. One that may not be read bears another id, so it is none of those. */
  linked: Linked | null;
}

export function linkedQuery(id: string) {
  return queryOptions({
    queryKey: ['linked', id],
    queryFn: async ({ signal }): Promise<Answered> => {
      try {
        const record = await api.get('/v1/records/{record_id}', { params: { record_id: id }, signal });
        const title = record.title || record.serial;
        return { id, linked: { form_id: record.form_id, title, readable: true } };
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 404) return { id, linked: null };
        throw error;
      }
    },
    staleTime: FRESH_MS,
  });
}

/** What a list said of a record that was chosen from it: it need not be asked for. */
export function rememberLinked(client: QueryClient, id: string, title: string): void {
  client.setQueryData(linkedQuery(id).queryKey, { id, linked: { title, readable: true } });
}
