/** Chooses colleagues by name or e-mail address. */
import { Select } from 'antd';
import { useState } from 'react';

import { useMemberName } from '@/lib/people/names';
import { useColleagues } from '@/lib/people/search';

import styles from './members-select.module.css';

interface Props {
  id?: string;
  label?: string;
  placeholder?: string;
  /** Ids. */
  value?: string[];
  onChange?: (members: string[]) => void;
  /** Nobody to be offered: who is there already. */
  without?: string[];
}

export function MembersSelect({ id, label, placeholder, value = [], onChange, without = [] }: Props) {
  const [search, setSearch] = useState('');
  const { found, busy } = useColleagues(search);
  const options = found
    .filter((member) => !without.includes(member.id))
    .map((member) => ({
      value: member.id,
      label: [member.name, member.department].filter(Boolean).join(' · '),
    }));
  return (
    <Select<string[]>
      {...(id === undefined ? {} : { id })}
      mode="multiple"
      className={styles.select ?? ''}
      aria-label={label}
      placeholder={placeholder}
      value={value}
      options={options}
      loading={busy}
      showSearch={{ filterOption: false, searchValue: search, onSearch: setSearch }}
      labelRender={({ value: chosen }) => <Chosen id={String(chosen)} />}
      onChange={(chosen) => {
        onChange?.(chosen);
        setSearch('');
      }}
    />
  );
}

function Chosen({ id }: { id: string }) {
  return useMemberName(id) ?? '…';
}
