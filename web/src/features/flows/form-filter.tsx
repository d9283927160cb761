/** One form or all: the filter of every list. Its choice stands in the address. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { useForms } from '@/entities/form/api';

import styles from './form-filter.module.css';

interface Props {
  /** "" is all. */
  value: string;
  onChange: (formId: string) => void;
  /** What the list shows: somebody may be asked about forms that he himself cannot fill in. */
  rows: { form_id: string; form_name: string }[];
}

export function FormFilter({ value, onChange, rows }: Props) {
  const { t } = useTranslation('flows');
  const language = useLabelLanguage();
  const known = new Map(rows.map(({ form_id, form_name }) => [form_id, form_name]));
  for (const { id, name } of useForms().items) known.set(id, labelText(name, language));
  const options = [...known].map(([id, label]) => ({ value: id, label }));
  return (
    <Select
      className={styles.filter ?? ''}
      aria-label={t('filter.form')}
      value={value}
      options={[{ value: '', label: t('filter.all') }, ...options]}
      onChange={onChange}
    />
  );
}

/** Frozen, so that the address does not change with every rendering. */
export const FORM_FILTER = { form: '' };
