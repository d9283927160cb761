/** The options of a choice as an input offers them. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { choiceName } from '../choices';
import type { Field } from '../definition';
import { useLabelLanguage } from '../label';

import { chosenOf, type InputProps } from './input-props';

/** What the form offers, and what the record held already though the form does not offer it any more: it may stay. */
export function useOptions(field: Field, chosen: InputProps['value']): { value: string; label: string }[] {
  const { t } = useTranslation('entry');
  const language = useLabelLanguage();
  const [held] = useState(chosen);
  const offered = (field.options?.choices ?? []).map(({ value }) => value);
  const kept = [...chosenOf(held), ...chosenOf(chosen)];
  const removed = [...new Set(kept)].filter((value) => value !== '' && !offered.includes(value));
  return [
    ...offered.map((value) => ({ value, label: choiceName(field, value, language) })),
    ...removed.map((value) => ({
      value,
      label: t('removedChoice', { name: choiceName(field, value, language) }),
    })),
  ];
}
