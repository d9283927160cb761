/** What was published when and by whom, newest first, and what each version changed. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { useMemberName } from '@/entities/member/names';
import type { List } from '@/lib/api/use-list';

import styles from './version-list.module.css';

interface Entry {
  version: number;
  published_at: string;
  published_by: string;
}

interface Props<E extends Entry> {
  list: List<E>;
  changes: (entry: E) => ReactNode;
}

export function VersionList<E extends Entry>({ list, changes }: Props<E>) {
  const { t } = useTranslation(['editing', 'components']);
  if (list.error) return <ErrorState error={list.error} again={list.again} />;
  if (list.loading) return <Skeleton rows={4} />;
  return (
    <div className={styles.versions}>
      <ol className={styles.versions}>
        {list.items.map((entry) => (
          <li key={entry.version} className={styles.version}>
            <p className={styles.title}>{t('version', { version: entry.version })}</p>
            <p className={styles.meta}>
              <By memberId={entry.published_by} /> <DateText value={entry.published_at} />
            </p>
            {changes(entry)}
          </li>
        ))}
      </ol>
      <More list={list} />
    </div>
  );
}

function By({ memberId }: { memberId: string }) {
  return useMemberName(memberId) ?? '';
}
