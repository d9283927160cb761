/** Which records an input of a link offers at this moment. */
import { ownFields } from '@/entities/condition/own-fields';
import { useFilling, type Filling } from '@/entities/entry/filling';
import { candidatesOf, recordsOf, type RecordSource } from '@/entities/record/choose/sources';

import type { Field } from '../../definition';
import type { InputProps } from '../../inputs/input-props';

import { targetsOf } from './options';

export function useSource({ field, path, apiField }: InputProps): () => RecordSource {
  const filling = useFilling();
  return () => sourceOf(filling, field, path, apiField);
}

/** A form that is only tried offers all records: the server does not know its links yet. */
export function sourceOf(
  filling: Filling | null,
  field: Field,
  path: string,
  apiField: string,
): RecordSource {
  const forms = targetsOf(field);
  if (!filling) return recordsOf(forms);
  const named = ownFields(field.options?.filter);
  const values = named.length > 0 ? filling.valuesAt(path) : {};
  const isThere = (id: string) => values[id] !== undefined && values[id] !== null;
  const told = Object.fromEntries(named.filter(isThere).map((id) => [id, values[id]]));
  const lacks = named
    .filter((id) => !isThere(id))
    .flatMap((id) => filling.fields.find((each) => each.id === id) ?? []);
  return { ...candidatesOf(filling.formId, apiField, forms, told), lacks };
}
