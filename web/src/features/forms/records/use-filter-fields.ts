/** Everything that a form's records can be filtered by: its own fields, and what every record has. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Choice, Definition, Field } from '@/lib/forms/definition';

import { CREATED_AT, CREATED_BY, filterFields, STATE, STATE_AT, UPDATED_AT } from './conditions';
import { STATES } from './record-state';

/** Options that the form no longer offers, by field: records may hold them still. */
export type Retired = Record<string, Choice[]>;

export function useFilterFields(definition: Definition, retired?: Retired): Field[] {
  const { t } = useTranslation('forms');
  return useMemo(
    () => [
      {
        id: STATE,
        type: 'choice',
        name: t('records.state'),
        options: { choices: STATES.map((value) => ({ value, name: t(`state.${value}`) })) },
      },
      ...filterFields(definition).map((field) => withRetired(field, retired?.[field.id] ?? [])),
      { id: CREATED_BY, type: 'member', name: t('records.createdBy') },
      { id: CREATED_AT, type: 'datetime', name: t('records.createdAt') },
      { id: UPDATED_AT, type: 'datetime', name: t('records.updatedAt') },
      { id: STATE_AT, type: 'datetime', name: t('records.stateAt') },
    ],
    [definition, retired, t],
  );
}

function withRetired(field: Field, retired: Choice[]): Field {
  if (retired.length === 0) return field;
  const choices = [...(field.options?.choices ?? []), ...retired];
  return { ...field, options: { ...field.options, choices } };
}
