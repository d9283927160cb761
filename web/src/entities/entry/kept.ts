/** Values that the server keeps whatever is filled in: what the record holds, or a new one begins with. */
import type { Circumstances } from '@/entities/field/cell';
import type { Field } from '@/entities/field/definition';
import { typeOf } from '@/entities/field/registry';

import { valueOf, type Pulled } from './pulled/places';
import type { Values } from './to-payload';

export function withKept(
  fields: Field[],
  pulled: Pulled,
  stored: Values | undefined,
  here: Circumstances,
): Pulled {
  const kept = fields.flatMap((field) => {
    const { kept: beginning } = typeOf(field);
    return beginning ? [[field.id, valueOf(field, stored ? stored[field.id] : beginning(field), here)]] : [];
  });
  return kept.length === 0
    ? pulled
    : { ...pulled, fields: { ...pulled.fields, ...(Object.fromEntries(kept) as Pulled['fields']) } };
}
