/** The order of a list: when it was submitted or changed, or any field that the form can be sorted by. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { type Definition } from '@/entities/form/definition';

import { CREATED_AT, STATE_AT, UPDATED_AT } from './list-query';
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
  // Asked for by a press on a heading only.
  const oldest: Record<string, string> = {
    [UPDATED_AT]: t('records.updatedAt'),
    [STATE_AT]: t('records.stateAt'),
  };
  const options = [
    { value: '', label: t('sort.newest') },
    { value: CREATED_AT, label: t('sort.oldest') },
    { value: `-${UPDATED_AT}`, label: t('sort.updated') },
    { value: `-${STATE_AT}`, label: t('sort.moved') },
    ...(value in oldest ? [{ value, label: t('sort.ascending', { name: oldest[value] }) }] : []),
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
