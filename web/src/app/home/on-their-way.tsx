/** My own requests that are not through yet, and where each of them is. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { Skeleton } from '@/components/skeleton';
import { useStarted } from '@/features/flows/api';
import { Whereabouts } from '@/features/flows/whereabouts';
import { documentPath } from '@/lib/routing/document';

import styles from './short-list.module.css';
import { LOOKED_AT } from './what-changed';

const SHOWN = 6;

export function OnTheirWay() {
  const { t } = useTranslation('app');
  const list = useStarted('', LOOKED_AT);
  return (
    <Card
      title={t('home.started')}
      extra={list.items.length > 0 && <Link to="/started">{t('home.all')}</Link>}
    >
      {content()}
    </Card>
  );

  function content() {
    if (list.error) return <ErrorState error={list.error} again={list.again} />;
    if (list.loading) return <Skeleton rows={3} />;
    const running = list.items.filter(({ status }) => status === 'running');
    if (running.length === 0) {
      return (
        <p className={styles.empty}>
          {t(list.items.length > 0 ? 'home.startedNone' : 'home.startedEmpty')}{' '}
          <Link to="/new">{t('home.startNew')}</Link>
        </p>
      );
    }
    return (
      <ul className={styles.list}>
        {running.slice(0, SHOWN).map((row) => (
          <li key={row.run_id} className={styles.row}>
            <Link to={documentPath(row.record_id, row.run_id)} className={styles.title}>
              {row.title}
            </Link>
            <span className={styles.about}>
              <Whereabouts row={row} />
              <span className={styles.when}>
                <DateText value={row.started_at} as="relative" />
              </span>
            </span>
          </li>
        ))}
      </ul>
    );
  }
}
