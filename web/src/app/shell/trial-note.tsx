/** How long the trial still runs; after it, what can be done, what cannot, and whom to ask. */
import { Hourglass, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { DateText } from '@/components/date-text';
import { useCan, type Me } from '@/lib/session/me';
import { SOON_DAYS } from '@/lib/session/trial';

import styles from './trial-note.module.css';

export function TrialNote({ company }: { company: Me['company'] }) {
  const { t } = useTranslation('app');
  const manages = useCan()('company.manage');
  if (company.read_only) {
    return (
      <p className={styles.note} data-state="over" role="status">
        <Lock size={15} aria-hidden="true" />
        <span>
          {t('trial.over')} {manages ? <Link to="/company">{t('trial.how')}</Link> : t('trial.whom')}
        </span>
      </p>
    );
  }
  if (company.trial_days_left === null) return null;
  const soon = company.trial_days_left <= SOON_DAYS;
  return (
    <aside className={styles.note} data-state={soon ? 'soon' : 'running'} aria-label={t('trial.label')}>
      <Hourglass size={15} aria-hidden="true" />
      <span>
        {t('trial.left', { count: company.trial_days_left })}
        {soon && (
          <>
            {' ('}
            <DateText value={company.trial_ends_at} />)
          </>
        )}
        <span className={styles.after} data-soon={soon}>
          {t('trial.after')}
        </span>
        {soon && manages && <Link to="/company">{t('trial.details')}</Link>}
      </span>
    </aside>
  );
}
