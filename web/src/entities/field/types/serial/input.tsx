/** The number that comes with submitting. */
import { useTranslation } from 'react-i18next';

import { ComputedValue } from '../../inputs/computed-value';
import type { InputProps } from '../../inputs/input-props';

export function Input({ field, id, entry }: InputProps) {
  const { t } = useTranslation('entry');
  return <ComputedValue field={field} id={id} result={entry?.serial} pending={t('serial')} />;
}
