/** What stood there before, struck through, and rows that came or went. */
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { isBlank, ValueText } from '@/entities/field/value-text';

import styles from './changed-mark.module.css';

export function FormerText({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation('components');
  if (isBlank(value)) return <span className={styles.blank}>{t('changed.blank')}</span>;
  return (
    <del className={styles.former}>
      <span className="visually-hidden">{t('changed.before')}</span>
      <ValueText field={field} value={value} />
    </del>
  );
}

export function ChangedMark({ state }: { state: 'added' | 'removed' }) {
  const { t } = useTranslation('components');
  return (
    <span className={styles.mark} data-state={state}>
      {t(`changed.${state}`)}
    </span>
  );
}
