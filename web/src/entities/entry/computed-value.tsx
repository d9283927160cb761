/** What the form fills in itself: a formula's result of this moment, or the number that comes with submitting. */
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { isFigure, ValueText } from '@/entities/field/value-text';

import type { Result } from './compute';
import styles from './computed-value.module.css';

export function ComputedValue({ field, result, id }: { field: Field; result: Result; id?: string }) {
  const { t } = useTranslation('entry');
  const coming = field.type === 'serial' && !result;
  return (
    <output id={id} className={styles.value} data-serial={coming} data-end={isFigure(field)} aria-live="off">
      {coming ? t('serial') : <ValueText field={field} value={result} />}
    </output>
  );
}
