/**
 * Chooses colleagues by name or e-mail address. Only those who can still act are offered; somebody chosen before stays
 * named, with a mark if he was deactivated since.
 */
import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Avatar } from '@/components/avatar';
import { BY_OWN_FILTER } from '@/components/searching';
import { useClear } from '@/components/use-clear';

import { useMember } from './names';
import styles from './people-select.module.css';
import { useColleagues } from './search';

export interface PeopleProps {
  id?: string | undefined;
  /** Its name, where no label stands beside it. */
  label?: string | undefined;
  describedBy?: string | undefined;
  placeholder?: ReactNode;
  invalid?: boolean;
  onBlur?: () => void;
}

interface MemberProps extends PeopleProps {
  /** Nobody to be offered: who is there already. */
  without?: string[];
  /** Those who have left, too. */
  everybody?: boolean;
}

interface One extends MemberProps {
  /** An id; empty for nobody. */
  value?: string;
  onChange?: (member: string) => void;
}

interface Several extends MemberProps {
  /** Ids. */
  value?: string[];
  onChange?: (members: string[]) => void;
}

export function MemberSelect({ value = '', onChange, ...props }: One) {
  return (
    <Colleagues
      {...props}
      value={value === '' ? null : value}
      onChange={(chosen) => onChange?.(chosen ?? '')}
    />
  );
}

export function MembersSelect({ value = [], onChange, ...props }: Several) {
  return (
    <Colleagues {...props} mode="multiple" value={value} onChange={(chosen) => onChange?.(chosen ?? [])} />
  );
}

interface Props<T> extends MemberProps {
  mode?: 'multiple';
  value: T | null;
  onChange: (chosen: T | null | undefined) => void;
}

function Colleagues<T extends string | string[]>({
  mode,
  value,
  onChange,
  label,
  describedBy,
  placeholder,
  invalid = false,
  without = [],
  everybody = false,
  ...rest
}: Props<T>) {
  const clear = useClear();
  const { t } = useTranslation('components');
  const [search, setSearch] = useState('');
  const { found, busy } = useColleagues(search, everybody);
  const options = found
    .filter((member) => !without.includes(member.id))
    .map(({ id, name, department, position }) => ({
      value: id,
      label: name,
      about: [department, position].filter(Boolean).join(' · '),
    }));
  return (
    <Select<T | null, (typeof options)[number]>
      {...idOf(rest.id)}
      {...(mode ? { mode } : {})}
      {...(rest.onBlur ? { onBlur: rest.onBlur } : {})}
      className={styles.select ?? ''}
      aria-label={label}
      aria-describedby={describedBy}
      aria-invalid={invalid}
      status={invalid ? 'error' : ''}
      placeholder={placeholder ?? t('people.member')}
      value={value}
      options={options}
      loading={busy}
      allowClear={clear}
      showSearch={{ ...BY_OWN_FILTER, searchValue: search, onSearch: setSearch }}
      notFoundContent={t(busy ? 'loading' : 'people.none')}
      labelRender={({ value: chosen }) => <MemberLabel id={String(chosen)} />}
      optionRender={({ data }) => (
        <span className={styles.option}>
          <Avatar name={data.label} size={24} />
          <span>{data.label}</span>
          <span className={styles.about}>{data.about}</span>
        </span>
      )}
      onChange={(chosen) => {
        onChange(chosen);
        setSearch('');
      }}
    />
  );
}

/** Ant Design takes a missing id for none, but not one that is undefined. */
export function idOf(id: string | undefined): { id?: string } {
  return id === undefined ? {} : { id };
}

function MemberLabel({ id }: { id: string }) {
  const { t } = useTranslation('components');
  const member = useMember(id);
  if (!member) return '…';
  return member.active ? member.name : t('people.inactive', { name: member.name });
}
