/** What moved a balance, newest first: when, by which record, and how much was held or used by it. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { documentPath } from '@/lib/routing/document';

import { useMovements, type BalanceMovement, type RecordBalance } from './balances-api';
import styles from './balances.module.css';
import { PersonName } from './person-name';

interface Props {
  recordId: string;
  balance: RecordBalance;
  /** An amount as people read it. */
  shown: (amount: string) => string;
}

export function Movements({ recordId, balance, shown }: Props) {
  const { t } = useTranslation('forms');
  const list = useMovements(recordId, balance);
  if (list.error) return <ErrorState error={list.error} again={list.again} />;
  if (list.loading) return <Skeleton rows={3} />;
  if (list.items.length === 0) return <p className={styles.none}>{t('balances.none')}</p>;
  return (
    <>
      <ul className={styles.movements} aria-label={t('balances.movements')}>
        {list.items.map((moved) => (
          <li key={moved.id} className={styles.movement}>
            <span className={styles.cause}>
              {moved.record_id === null ? (
                t('balances.hidden')
              ) : (
                <Link to={documentPath(moved.record_id)}>{moved.title || t('records.untitled')}</Link>
              )}
              {' · '}
              {t(`balances.cause.${moved.cause}`)}
            </span>
            <span className={styles.amounts}>
              {amounts(moved).map(({ part, amount }) => (
                <span key={part}>
                  {t(`balances.moved.${part}`, {
                    amount: `${amount.startsWith('-') ? '' : '+'}${shown(amount)}`,
                  })}
                </span>
              ))}
            </span>
            <span className={styles.when}>
              <DateText value={moved.at} />
              {moved.by !== null && (
                <>
                  {' · '}
                  <PersonName id={moved.by} />
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      <More list={list} label={t('balances.more')} className={styles.more} />
    </>
  );
}

/** Of held and used, what changed; nothing of a record whose amount one may not read. */
function amounts(moved: BalanceMovement) {
  return (['held', 'used'] as const)
    .map((part) => ({ part, amount: moved[part] ?? '0' }))
    .filter(({ amount }) => amount !== '0');
}
