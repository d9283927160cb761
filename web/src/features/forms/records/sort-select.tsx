/** The order of a list: when it was submitted, or any field that the form can be sorted by. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { labelText, type Definition } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';

import { CREATED_AT } from './conditions';
import styles from './records-page.module.css';

interface Props {
  definition: Definition;
  /** '' is the newest first. */
  value: string;
  onChange: (sort: string) => void;
}

export function SortSelect({ definition, value, onChange }: Props) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const options = [
    { value: '', label: t('sort.newest') },
    { value: CREATED_AT, label: t('sort.oldest') },
    ...definition.fields
      .filter(({ indexed }) => indexed)
      .flatMap(({ id, name }) => [
        { value: `-${id}`, label: t('sort.descending', { name: labelText(name, language) }) },
        { value: id, label: t('sort.ascending', { name: labelText(name, language) }) },
      ]),
  ];
  return (
    <Select
      className={styles.sort ?? ''}
      aria-label={t('sort.label')}
      popupMatchSelectWidth={false}
      value={value}
      options={options}
      onChange={onChange}
    />
  );
}
