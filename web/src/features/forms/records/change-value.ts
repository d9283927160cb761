/** One value of a stored record anew; everything else goes back as it was stored. */
import type { QueryClient } from '@tanstack/react-query';

import type { Values } from '@/entities/entry/to-payload';
import type { Field } from '@/entities/field/definition';
import { hasFiles, hasRows, isComputed, isMoved, typeOf } from '@/entities/field/registry';
import { recordQuery, type StoredRecord } from '@/entities/record/api';

import { updateRecord } from './api';
import { keepingUntouched } from './merge';

/** `sent` holds the value of `field`, or nothing: then it is emptied. */
export function withValue(fields: Field[], stored: Values, field: Field, sent: Values): Values {
  return { ...keepingUntouched(fields, {}, stored, [field.id]), ...sent };
}

/** What can be changed by itself in a list: one value, entered by people, that needs no room of its own. */
export function isCellEditable(field: Field): boolean {
  const type = typeOf(field);
  return (
    !isComputed(field) &&
    !isMoved(field) &&
    !hasRows(field) &&
    !hasFiles(field) &&
    type.group !== true &&
    type.looksUp !== 'records'
  );
}

export const newest = (client: QueryClient, recordId: string): Promise<StoredRecord> =>
  client.query({ ...recordQuery(recordId), staleTime: 0 });

/** Reads the record and writes it with the one value. Raises what the API raises. */
export async function changeValue(
  client: QueryClient,
  recordId: string,
  fields: Field[],
  field: Field,
  sent: Values,
): Promise<StoredRecord> {
  const record = await newest(client, recordId);
  const saved = await updateRecord(recordId, record.version, withValue(fields, record.values, field, sent));
  client.setQueryData(recordQuery(recordId).queryKey, saved);
  return saved;
}
