/** A value on paper: files by name, amounts of yuan also in the characters that cannot be altered. */
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import type { StoredFile } from '@/entities/field/file-links';
import { useLabelLanguage } from '@/entities/field/label';
import { shownType } from '@/entities/field/shown-type';
import { isBlank, ValueText } from '@/entities/field/value-text';
import { inCapitals } from '@/lib/format/capitals';

import styles from './print-sheet.module.css';

export function PrintValue({ field, value }: { field: Field; value: unknown }) {
  const { t } = useTranslation('components');
  if (field.type === 'attachment' && !isBlank(value)) {
    return (value as StoredFile[]).map(({ id, name }) => name ?? id).join(t('changed.comma'));
  }
  return (
    <>
      <ValueText field={field} value={value} />
      <Capitals field={field} value={value} />
    </>
  );
}

/** Customary in Chinese only, and only for yuan. */
export function Capitals({ field, value }: { field: Field; value: unknown }) {
  const language = useLabelLanguage();
  const yuan = shownType(field) === 'money' && (field.options?.currency ?? 'CNY') === 'CNY';
  const words = language === 'zh-CN' && yuan && typeof value === 'string' ? inCapitals(value) : '';
  return words ? <span className={styles.capitals}>{words}</span> : null;
}
