/** What is done to one record of a selection. Each may be tried again when no answer came. */
import type { QueryClient } from '@tanstack/react-query';

import type { Values } from '@/entities/entry/to-payload';
import type { Field } from '@/entities/field/definition';
import { api } from '@/lib/api/call';
import { isPassing, isProblem } from '@/lib/api/problem';

import { submitRecord, type RecordCard } from '../api';
import { changeValue } from '../change-value';

type Act = (id: string, key: string) => Promise<unknown>;

export function batchActions(client: QueryClient, fields: Field[], cards: RecordCard[]) {
  const versions = new Map(cards.map(({ id, version }) => [id, version]));
  return {
    delete: deleting((id) => versions.get(id) ?? 0),
    submit: ((id, key) => submitRecord(id, key)) satisfies Act,
    set:
      (field: Field, sent: Values): Act =>
      (id) =>
        changeValue(client, id, fields, field, sent),
  };
}

/** A record that is gone when it is tried again was deleted by the try whose answer was lost. */
function deleting(versionOf: (id: string) => number): Act {
  const unsure = new Set<string>();
  return async (id) => {
    try {
      await api.delete('/v1/records/{record_id}', { params: { record_id: id }, version: versionOf(id) });
    } catch (error) {
      if (unsure.has(id) && isProblem(error, 'not_found')) return;
      if (isPassing(error)) unsure.add(id);
      throw error;
    }
  };
}
