/** What copying anew would change of what linked records brought along. */
import type { Row, Typed } from '@/entities/entry/input-state';
import type { Pulled, PulledValue } from '@/entities/entry/pulled/places';
import type { Field } from '@/entities/field/definition';
import { columnsOf, hasRows, typeOf } from '@/entities/field/registry';

import type { Change } from './api';
import { same } from './changes';

export function refreshedChanges(fields: Field[], typed: Typed, before: Pulled, after: Pulled): Change[] {
  return fields.flatMap((field) => {
    if (!hasRows(field)) return changeOf(field, field.id, before.fields, after.fields);
    return ((typed[field.id] ?? []) as Row[]).flatMap(({ key }, index) =>
      columnsOf(field).flatMap((column) =>
        changeOf(column, `${field.id}/${index}/${column.id}`, before.rows[key] ?? {}, after.rows[key] ?? {}),
      ),
    );
  });
}

/** Whether something stays as it was when a record was chosen, and could be copied anew. */
export function hasFrozen(fields: Field[]): boolean {
  const all = fields.flatMap((field) => [field, ...columnsOf(field)]);
  return all.some((field) => typeOf(field).pulls && field.options?.mode === 'frozen');
}

function changeOf(
  field: Field,
  path: string,
  before: Record<string, PulledValue>,
  after: Record<string, PulledValue>,
): Change[] {
  if (!typeOf(field).pulls) return [];
  const [old, fresh] = [before[field.id]?.shown ?? null, after[field.id]?.shown ?? null];
  return same(old, fresh) ? [] : [{ field: path, before: old, after: fresh }];
}
