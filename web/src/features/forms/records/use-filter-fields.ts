/** Everything that a form's records can be filtered by: its own fields, and what every record has. */
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

import type { Definition, Field } from '@/lib/forms/definition';

import { CREATED_AT, CREATED_BY, filterFields, STATE, UPDATED_AT } from './conditions';
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
      ...filterFields(definition),
      { id: CREATED_BY, type: 'member', name: t('records.createdBy') },
      { id: CREATED_AT, type: 'datetime', name: t('records.createdAt') },
      { id: UPDATED_AT, type: 'datetime', name: t('records.updatedAt') },
    ],
    [definition, t],
  );
}
