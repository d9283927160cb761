/** Chooses one colleague by name or e-mail address. */
import { Select } from 'antd';
import { useState } from 'react';

import { useMemberName } from '@/lib/people/names';
import { useColleagues } from '@/lib/people/search';

import styles from './member-select.module.css';

interface Props {
  id?: string;
  label?: string;
  placeholder?: string;
  /** An id; empty for nobody. */
  value?: string;
  onChange?: (member: string) => void;
  /** Nobody to be offered. */
  without?: string[];
  /** Those who have left, too. */
  everybody?: boolean;
}

export function MemberSelect({
  id,
  label,
  placeholder,
  value = '',
  onChange,
  without = [],
  everybody = false,
}: Props) {
  const [search, setSearch] = useState('');
  const { found, busy } = useColleagues(search, everybody);
  const options = found
    .filter((member) => !without.includes(member.id))
    .map((member) => ({
      value: member.id,
      label: [member.name, member.department].filter(Boolean).join(' · '),
    }));
  return (
    <Select<string | null>
      {...(id === undefined ? {} : { id })}
      className={styles.select ?? ''}
      aria-label={label}
      placeholder={placeholder}
      value={value === '' ? null : value}
      options={options}
      loading={busy}
      allowClear
      showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
      labelRender={({ value: chosen }) => <Chosen id={String(chosen)} />}
      onChange={(chosen) => {
        onChange?.(chosen ?? '');
        setSearch('');
      }}
    />
  );
}

function Chosen({ id }: { id: string }) {
  return useMemberName(id) ?? '…';
}
