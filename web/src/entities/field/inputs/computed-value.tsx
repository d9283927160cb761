/** What the form fills in itself: a formula's result of this moment, or the number that comes with submitting. */
import type { Field } from '@/entities/field/definition';

import { isFigure } from '../registry';
import { ValueText } from '../value-text';

import styles from './computed-value.module.css';

interface Props {
  field: Field;
  /** A formula's result, or a serial number. */
  result: string | string[] | boolean | undefined;
  id?: string | undefined;
  /** Said while the server has given none yet. */
  pending?: string;
}

export function ComputedValue({ field, result, id, pending }: Props) {
  const coming = pending !== undefined && !result;
  return (
    <output id={id} className={styles.value} data-serial={coming} data-end={isFigure(field)} aria-live="off">
      {coming ? pending : <ValueText field={field} value={result} />}
    </output>
  );
}
