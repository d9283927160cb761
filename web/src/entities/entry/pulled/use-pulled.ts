/** The values that the chosen records bring along, as the server would copy them if it were saved now. */
import { useQueries, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';

import type { Typed } from '../input-state';
import type { Values } from '../to-payload';

import { NOTHING_PULLED, placesOf, pulledAt, pullsOf, type Held, type Pulled } from './places';
import { pulledQuery } from './pulled-query';

export interface Pulling {
  formId: string;
  recordId?: string;
  /** Everything is copied anew. */
  refreshed?: boolean;
}

interface Found {
  pulled: Pulled;
  /** Not every answer has come yet. */
  waiting: boolean;
  error: Error | null;
}

const NOTHING: Found = { pulled: NOTHING_PULLED, waiting: false, error: null };

/** Without `pulling` nothing is asked: a form that is only tried. */
export function usePulled(
  fields: Field[],
  typed: Typed,
  here: Circumstances,
  pulling?: Pulling,
  held?: Held,
): Found {
  const { formId = '', recordId, refreshed = false } = pulling ?? {};
  const pulls = useMemo(() => (formId === '' ? [] : pullsOf(fields)), [formId, fields]);
  const places = useMemo(() => placesOf(pulls, typed, held), [pulls, typed, held]);
  const wanted = useMemo(() => {
    const asked = places.filter(({ target, kept }) => target !== '' && (refreshed || !kept));
    return [...new Set(asked.map(({ pull, target }) => nameOf(pull.linkPath, target)))];
  }, [places, refreshed]);
  const { answers, waiting, error } = useQueries({
    queries: wanted.map((name) => {
      const [linkPath = '', id = ''] = name.split(' ');
      return pulledQuery({ formId, linkPath, recordId }, id);
    }),
    combine,
  });
  return useMemo(() => {
    if (places.length === 0) return NOTHING;
    const known = new Map(wanted.map((name, index) => [name, answers[index]]));
    const answer = (linkPath: string, target: string) => known.get(nameOf(linkPath, target));
    return { pulled: pulledAt(places, here, refreshed, answer), waiting, error };
  }, [places, here, refreshed, wanted, answers, waiting, error]);
}

const nameOf = (linkPath: string, target: string): string => `${linkPath} ${target}`;

function combine(results: UseQueryResult<Values>[]) {
  return {
    answers: results.map(({ data }) => data),
    waiting: results.some(({ isPending }) => isPending),
    error: results.find(({ error }) => error !== null)?.error ?? null,
  };
}
