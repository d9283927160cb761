/** A form's definition as the pages know it: the contract's shape, with fields whose options have names. */
import type { Choice, Field } from '@/entities/field/definition';
import { columnsOf } from '@/entities/field/registry';
import type { Schemas } from '@/lib/api/types';

export type Definition = Omit<Schemas['FormsFormDefinition'], 'fields'> & { fields: Field[] };

/** The definition of a draft, or a published one. */
type Answered = Schemas['FormsFormDefinition'] | Schemas['FormsPublishedDefinition'];
type Published = Pick<Schemas['FormsForm'], 'definition' | 'retired_choices'>;

/**
 * The server has checked what it answers: every field has an id and a known type. `form`, as it is published now, knows
 * the names of choices that this version does not have.
 */
export function definitionOf(answered: Answered, form?: Published): Definition {
  const definition = answered as Definition;
  if (!form) return definition;
  const newest = answered === form.definition ? [] : (form.definition as Definition).fields;
  return { ...definition, fields: withRetired(definition.fields, newest, form.retired_choices, '') };
}

function withRetired(
  fields: Field[],
  newest: Field[],
  retired: Published['retired_choices'],
  prefix: string,
): Field[] {
  return fields.map((field) => {
    const now = newest.find(({ id }) => id === field.id);
    const columns = columnsOf(field);
    if (columns.length > 0) {
      const named = withRetired(columns, now ? columnsOf(now) : [], retired, `${field.id}.`);
      return { ...field, options: { ...field.options, columns: named } };
    }
    const names = [...(now?.options?.choices ?? []), ...((retired[prefix + field.id] ?? []) as Choice[])];
    return names.length > 0 ? { ...field, retired: names } : field;
  });
}
