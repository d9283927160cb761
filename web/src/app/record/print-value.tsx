/** A value on paper: files by name, amounts of yuan also in the characters that cannot be altered. */
import type { Field } from '@/entities/field/definition';
import { useLabelLanguage } from '@/entities/field/label';
import { isAmount, valuesOf } from '@/entities/field/registry';
import { ValueText } from '@/entities/field/value-text';
import { inCapitals } from '@/lib/format/capitals';

import styles from './print-sheet.module.css';

export function PrintValue({ field, value }: { field: Field; value: unknown }) {
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
  const yuan = isAmount(field) && (valuesOf(field).options?.currency ?? 'CNY') === 'CNY';
  const words = language === 'zh-CN' && yuan && typeof value === 'string' ? inCapitals(value) : '';
  return words ? <span className={styles.capitals}>{words}</span> : null;
}
