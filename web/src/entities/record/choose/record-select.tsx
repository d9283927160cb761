/** Chooses records by any part of their title, like colleagues; a button opens all of them as a table. */
import { useQueryClient } from '@tanstack/react-query';
import { Button, Select } from 'antd';
import { TableOfContents } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { BY_OWN_FILTER } from '@/components/searching';
import { useClear } from '@/components/use-clear';
import { LinkedTitle } from '@/entities/field/linked/linked-record';
import { rememberLinked } from '@/entities/field/linked/links';
import { idOf, type PeopleProps } from '@/entities/member/member-select';

import styles from './record-select.module.css';
import { NO_RECORDS, type RecordSource } from './sources';
import { useFirstCandidates } from './use-candidates';
import { useFieldNames } from './use-field-names';

interface Props extends PeopleProps {
  /** Asked when the list is opened. */
  source: () => RecordSource;
  multiple?: boolean;
  most?: number;
  /** Ids; those of records that may not be read stay as they are. */
  value: string[];
  onChange: (ids: string[]) => void;
  /** Opens the table. */
  onOpen?: (() => void) | undefined;
  openLabel?: string;
}

export function RecordSelect({
  source,
  multiple = false,
  most,
  value,
  onChange,
  onOpen,
  openLabel,
  label,
  describedBy,
  placeholder,
  invalid = false,
  onBlur,
  id,
}: Props) {
  const { t } = useTranslation('components');
  const clear = useClear();
  const client = useQueryClient();
  const [search, setSearch] = useState('');
  const [asked, setAsked] = useState<RecordSource | null>(null);
  const { found, busy } = useFirstCandidates(asked ?? NO_RECORDS, search);
  const lacks = useFieldNames(asked?.lacks ?? []);
  const options = found.map((each) => ({
    value: each.id,
    label: each.title || each.serial || t('linked.untitled'),
    about: each.title.includes(each.serial) ? '' : each.serial,
  }));
  const set = (chosen: string[]) => {
    for (const each of options.filter((option) => chosen.includes(option.value)))
      rememberLinked(client, each.value, each.label);
    onChange(chosen);
    setSearch('');
  };
  return (
    <div className={styles.row}>
      <Select<string | string[] | null, (typeof options)[number]>
        {...idOf(id)}
        {...(multiple ? { mode: 'multiple' as const } : {})}
        {...(most === undefined ? {} : { maxCount: most })}
        {...(onBlur ? { onBlur } : {})}
        className={styles.select ?? ''}
        aria-label={label}
        aria-describedby={describedBy}
        aria-invalid={invalid}
        status={invalid ? 'error' : ''}
        placeholder={placeholder ?? t('linked.search')}
        value={multiple ? value : (value[0] ?? null)}
        options={options}
        loading={busy}
        allowClear={clear}
        popupMatchSelectWidth={280}
        open={asked !== null}
        onOpenChange={(open) => setAsked(open ? source() : null)}
        showSearch={{ ...BY_OWN_FILTER, searchValue: search, onSearch: setSearch }}
        notFoundContent={busy ? t('loading') : lacks ? t('linked.lacks', { names: lacks }) : t('linked.none')}
        labelRender={({ value: chosen }) => <LinkedTitle id={String(chosen)} />}
        optionRender={({ data }) => (
          <span className={styles.option}>
            <span>{data.label}</span>
            {data.about && <span className={styles.about}>{data.about}</span>}
          </span>
        )}
        onChange={(chosen) => set([chosen ?? []].flat())}
      />
      {onOpen && (
        <Button
          className={styles.open ?? ''}
          aria-label={openLabel ?? t('linked.openHint')}
          title={t('linked.openHint')}
          icon={<TableOfContents size={16} aria-hidden="true" />}
          onClick={onOpen}
        />
      )}
    </div>
  );
}
