import { Button } from 'antd';
import { ScrollText, SearchX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, type Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { useUrlState } from '@/lib/routing/url-state';
import { useMe } from '@/lib/session/me';

import { useAudit, type Entry } from './api';
import { AuditFilters, NO_FILTERS } from './audit/audit-filters';
import { EntryChanges } from './audit/entry-changes';
import { EntryText, useTargetName } from './audit/entry-text';
import styles from './audit/entry.module.css';
import { bounds } from './audit/period';

export function Page() {
  const { t } = useTranslation('tenancy');
  const { zone } = useMe().company;
  const [openedAt] = useState(() => Date.now());
  const [filters, change] = useUrlState(NO_FILTERS);
  const [kind = '', id = ''] = filters.about.split('.');
  const list = useAudit({
    ...(filters.person ? { actor_id: filters.person } : {}),
    ...(filters.action ? { action: filters.action } : {}),
    ...(id ? { target_kind: kind, target_id: id } : {}),
    ...bounds(filters, zone, openedAt),
  });
  // The newest entry that is shown knows what the thing is called; without one, what it is.
  const known = id
    ? list.items.find(({ target }) => target.id === id && target.name !== '')?.target
    : undefined;
  const about = useTargetName(known ?? { kind, id });
  const columns: Column<Entry>[] = [
    {
      key: 'what',
      title: t('audit.what'),
      cell: (entry) => (
        <span className={styles.entry}>
          <EntryText entry={entry} />
          <EntryChanges entry={entry} />
        </span>
      ),
    },
    {
      key: 'when',
      title: t('audit.when'),
      width: '150px',
      cell: ({ at }) => (
        <span className={styles.quiet}>
          <DateText value={at} />
        </span>
      ),
    },
    {
      key: 'from',
      title: t('audit.from'),
      width: '150px',
      cell: ({ ip }) => <span className={`${styles.quiet} figures`}>{ip || t('audit.noIp')}</span>,
    },
  ];
  return (
    <Frame title={t('audit.title')} hint={t('audit.hint')}>
      <ListFrame
        list={list}
        filters={<AuditFilters filters={filters} onChange={change} about={about} />}
        empty={
          list.more ? (
            <EmptyState icon={ScrollText} title={t('audit.notYet')} hint={t('audit.notYetHint')} />
          ) : (
            <EmptyState
              icon={SearchX}
              title={t('audit.none')}
              hint={t('audit.noneHint')}
              action={<Button onClick={() => change(NO_FILTERS)}>{t('audit.clear')}</Button>}
            />
          )
        }
      >
        {(entries) => (
          <DataTable
            label={t('audit.title')}
            columns={columns}
            rows={entries}
            rowKey={(entry) => entry.id}
            stale={list.stale}
          />
        )}
      </ListFrame>
    </Frame>
  );
}
