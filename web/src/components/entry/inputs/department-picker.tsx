/** Choosing departments; each is named with those above it. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { departmentPath, useDepartments } from '@/lib/people/departments';

import type { PeopleProps } from './member-picker';
import styles from './people.module.css';

export function DepartmentPicker({ value, onChange, multiple = false, invalid, ...rest }: PeopleProps) {
  const { t } = useTranslation('components');
  const departments = useDepartments();
  return (
    <Select<string | string[] | undefined>
      {...rest}
      {...(multiple ? { mode: 'multiple' } : {})}
      className={styles.select ?? ''}
      status={invalid ? 'error' : ''}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder={t('people.department')}
      loading={!departments}
      value={multiple ? value : value[0]}
      onChange={(chosen) => onChange(chosen === undefined ? [] : [chosen].flat())}
      notFoundContent={departments ? t('people.none') : t('loading')}
      options={(departments ?? []).map(({ id }) => ({
        value: id,
        label: departmentPath(departments ?? [], id),
      }))}
    />
  );
}
