import { Select } from 'antd';

import { BY_LABEL } from '@/components/searching';

import { branchesOf, placesFor } from './department-tree';
import { useDepartments } from './org-api';

interface Props {
  id?: string;
  label?: string;
  className?: string;
  value?: string;
  onChange?: (departmentId: string) => void;
  /** Neither this department nor one below it. */
  outside?: string;
  /** A first choice that stands for all of them. */
  all?: string;
  placeholder?: string;
}

export function DepartmentSelect({
  id,
  label,
  className,
  value,
  onChange,
  outside = '',
  all,
  placeholder,
}: Props) {
  const { data, isPending } = useDepartments();
  const places = placesFor(branchesOf(data?.items ?? []), outside);
  const options = places.map(({ department, path }) => ({ value: department.id, label: path }));
  return (
    <Select<string>
      {...(id === undefined ? {} : { id })}
      {...(className === undefined ? {} : { className })}
      {...(value === undefined ? {} : { value })}
      aria-label={label}
      placeholder={placeholder}
      loading={isPending}
      options={all === undefined ? options : [{ value: '', label: all }, ...options]}
      showSearch={BY_LABEL}
      popupMatchSelectWidth={false}
      onChange={(chosen) => onChange?.(chosen)}
    />
  );
}
