/** Choosing colleagues by name. Only those who can still act are offered; somebody chosen before stays named. */
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useMemberName } from '@/lib/people/names';
import { useColleagues } from '@/lib/people/search';

import { Avatar } from '../../avatar';

import styles from './people.module.css';

export interface PeopleProps {
  id?: string;
  value: string[];
  onChange: (ids: string[]) => void;
  multiple?: boolean;
  onBlur?: () => void;
  invalid?: boolean;
  disabled?: boolean;
  'aria-label'?: string | undefined;
  'aria-describedby'?: string | undefined;
}

interface Found {
  name: string;
  about: string;
}

export function MemberPicker({ value, onChange, multiple = false, invalid, ...rest }: PeopleProps) {
  const { t } = useTranslation('components');
  const [search, setSearch] = useState('');
  const { found, busy } = useColleagues(search);
  return (
    <Select<string | string[] | undefined>
      {...rest}
      {...(multiple ? { mode: 'multiple' } : {})}
      className={styles.select ?? ''}
      status={invalid ? 'error' : ''}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch, searchValue: search }}
      placeholder={t('people.member')}
      value={multiple ? value : value[0]}
      onChange={(chosen) => {
        setSearch('');
        onChange(chosen === undefined ? [] : [chosen].flat());
      }}
      notFoundContent={t(busy ? 'loading' : 'people.none')}
      labelRender={({ value: id }) => <MemberLabel id={String(id)} />}
      options={found.map(({ id, name, department, position }) => ({
        value: id,
        label: name,
        name,
        about: [department, position].filter(Boolean).join(' · '),
      }))}
      optionRender={({ data }) => <Candidate {...(data as Found)} />}
    />
  );
}

function Candidate({ name, about }: Found) {
  return (
    <span className={styles.option}>
      <Avatar name={name} size={24} />
      <span>{name}</span>
      <span className={styles.about}>{about}</span>
    </span>
  );
}

function MemberLabel({ id }: { id: string }) {
  return <>{useMemberName(id) ?? '…'}</>;
}
