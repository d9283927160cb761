/** Below a column of figures: a sum of the whole filtered list, and which one. */
import { useTranslation } from 'react-i18next';

import type { Field } from '@/entities/field/definition';
import { ValueText } from '@/entities/field/value-text';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { TOTALS, type Total } from '../views/layout';

import styles from './records-table.module.css';

interface Props {
  field: Field;
  name: string;
  total: Total;
  /** undefined: on its way. */
  value: string | null | undefined;
  exact: boolean;
  onChange: (total: Total) => void;
}

export function TotalCell({ field, name, total, value, exact, onChange }: Props) {
  const { t } = useTranslation('forms');
  return (
    <span className={styles.total}>
      <select
        className={styles.function}
        aria-label={t('total.of', { name })}
        value={total}
        onChange={({ target }) => onChange(target.value as Total)}
      >
        <option value="">{t('total.none')}</option>
        {TOTALS.map((each) => (
          <option key={each} value={each}>
            {t(`total.${each as Exclude<Total, ''>}`)}
          </option>
        ))}
      </select>
      {total !== '' && value !== undefined && (
        <Figure field={field} total={total} value={value} exact={exact} />
      )}
    </span>
  );
}

export function Figure({
  field,
  total,
  value,
  exact,
}: Pick<Props, 'field' | 'total' | 'exact'> & { value: string | null }) {
  const formats = useFormats(useMe().company.zone);
  if (value === null) return <span>–</span>;
  return (
    <span className={styles.figure}>
      {/* A mean of a part is no bound of the mean of all. */}
      {!exact && (total === 'avg' ? '≈ ' : total === 'min' ? '≤ ' : '≥ ')}
      {total === 'count' ? formats.number(value) : <ValueText field={field} value={value} />}
    </span>
  );
}
