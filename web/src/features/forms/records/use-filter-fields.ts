/** Everything that a form's records can be filtered by: its own fields, and what every record has. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import { knownChoices } from '@/entities/field/choices';
import type { Field } from '@/entities/field/definition';
import type { Definition } from '@/entities/form/definition';

import { CREATED_AT, CREATED_BY, filterFields, STATE, STATE_AT, UPDATED_AT } from './list-query';
import { STATES } from './record-state';

export function useFilterFields(definition: Definition): Field[] {
  const { t } = useTranslation('forms');
  return useMemo(
    () => [
      {
        id: STATE,
        type: 'choice',
        name: t('records.state'),
        options: { choices: STATES.map((value) => ({ value, name: t(`state.${value}`) })) },
      },
      ...filterFields(definition).map(withRetired),
      { id: CREATED_BY, type: 'member', name: t('records.createdBy') },
      { id: CREATED_AT, type: 'datetime', name: t('records.createdAt') },
      { id: UPDATED_AT, type: 'datetime', name: t('records.updatedAt') },
      { id: STATE_AT, type: 'datetime', name: t('records.stateAt') },
    ],
    [definition, t],
  );
}

/** With the options that the form no longer offers: records may hold them still. */
function withRetired(field: Field): Field {
  return field.retired ? { ...field, options: { ...field.options, choices: knownChoices(field) } } : field;
}
