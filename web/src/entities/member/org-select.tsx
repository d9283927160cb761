/** Chooses departments, each named with those above it, or roles. One that is no longer there says so. */
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

import { BY_LABEL } from '@/components/searching';
import { useClear } from '@/components/use-clear';

import { departmentPath, useDepartments } from './departments';
import { idOf, type PeopleProps } from './member-select';
import { useRoles } from './names';
import styles from './people-select.module.css';

interface Props extends PeopleProps {
  multiple?: boolean;
  /** Ids; without `multiple` at most one. */
  value: string[];
  onChange: (ids: string[]) => void;
}

export function DepartmentsSelect(props: Props) {
  const { t } = useTranslation('components');
  const departments = useDepartments();
  const options = departments?.map(({ id }) => ({ value: id, label: departmentPath(departments, id) }));
  return <Listed {...props} placeholder={props.placeholder ?? t('people.department')} options={options} />;
}

export function RolesSelect(props: Props) {
  const { t } = useTranslation('components');
  const options = useRoles()?.map(({ id, name }) => ({ value: id, label: name }));
  return <Listed {...props} placeholder={props.placeholder ?? t('people.role')} options={options} />;
}

interface ListedProps extends Props {
  /** undefined: not loaded yet. */
  options: { value: string; label: string }[] | undefined;
}

function Listed({
  options,
  multiple = false,
  value,
  onChange,
  label,
  describedBy,
  placeholder,
  invalid = false,
  ...rest
}: ListedProps) {
  const clear = useClear();
  const { t } = useTranslation('components');
  return (
    <Select<string | string[] | null>
      {...idOf(rest.id)}
      {...(multiple ? { mode: 'multiple' } : {})}
      {...(rest.onBlur ? { onBlur: rest.onBlur } : {})}
      className={styles.select ?? ''}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      allowClear={clear}
      showSearch={BY_LABEL}
      placeholder={placeholder}
      loading={!options}
      value={multiple ? value : (value[0] ?? null)}
      onChange={(chosen: string | string[] | null | undefined) => onChange([chosen ?? []].flat())}
      notFoundContent={t(options ? 'people.none' : 'loading')}
      options={options ?? []}
      labelRender={({ value: id }) =>
        options ? (options.find((each) => each.value === id)?.label ?? t('people.gone')) : '…'
      }
    />
  );
}
