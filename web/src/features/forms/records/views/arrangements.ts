/** As what a form's records can be shown, and by which fields: what its types answer, not their names. */
import type { Choice, Field } from '@/entities/field/definition';
import { shownAs, typeOf, valuesOf } from '@/entities/field/registry';
import type { Definition } from '@/entities/form/definition';

import type { Days } from '../calendar/month';
import { filterFields } from '../list-query';

import type { Kind } from './layout';

const compared = (field: Field) => shownAs(field).compare;

/** The fields that boards and calendars can be laid out by. */
export function arrangeable(definition: Definition, kind: Kind): Field[] {
  const wanted = kind === 'kanban' ? ['choice'] : kind === 'calendar' ? ['date', 'datetime'] : [];
  return filterFields(definition).filter((field) => wanted.includes(compared(field)));
}

/** What a table can be grouped by: values that several records share. */
export function groupable(definition: Definition): Field[] {
  return filterFields(definition).filter(
    (field) =>
      ['choice', 'member', 'department', 'date', 'datetime', 'text'].includes(compared(field)) &&
      valuesOf(field).options?.multiple !== true &&
      shownAs(field).prose !== true,
  );
}

export const isDated = (field: Field): boolean => ['date', 'datetime'].includes(compared(field));

/** How the days of a date, or of a moment in the company's zone, are asked for. */
export const daysOf = (field: Field, zone: string): Days => ({
  field: field.id,
  zone: compared(field) === 'datetime' ? zone : undefined,
});

/** The choices or stages of a field, those first that it offers today. */
export function choicesOf(field: Field): Choice[] {
  const source = valuesOf(field);
  return typeOf(source).offered?.(source) ?? source.options?.choices ?? [];
}
