/** One value of a field for reading, as its type shows it; a dash where there is none. */
import type { Field } from './definition';
import { shownAs, valuesOf } from './registry';
import styles from './value-text.module.css';

interface Props {
  field: Field;
  value: unknown;
  /** The record that holds the files of an attachment. */
  recordId?: string;
}

export function isBlank(value: unknown): boolean {
  return (
    value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
  );
}

export function ValueText({ field, value, recordId }: Props) {
  if (isBlank(value)) return <span className={styles.blank}>—</span>;
  const { Text } = shownAs(field);
  return <Text field={valuesOf(field)} value={value} recordId={recordId} />;
}
