/** That the trial ends soon, to those who can act on it; after it, to all: what cannot be done, and whom to ask. */
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
    const names = company.administrators.join(t('trial.and'));
    const whom = names === '' ? t('trial.whom') : t('trial.whomNamed', { names });
    return (
      <p className={styles.note} data-state="over" role="status">
        <Lock size={15} aria-hidden="true" />
        <span>
          {t('trial.over')} {manages ? <Link to="/company">{t('trial.how')}</Link> : whom}
        </span>
      </p>
    );
  }
  const left = company.trial_days_left;
  if (!manages || left === null || left > SOON_DAYS) return null;
  return (
    <aside className={styles.note} data-state="soon" aria-label={t('trial.label')}>
      <Hourglass size={15} aria-hidden="true" />
      <span>
        {t('trial.left', { count: left })} (<DateText value={company.trial_ends_at} />)
        <span className={styles.after}>{t('trial.after')}</span>
        <Link to="/company">{t('trial.how')}</Link>
      </span>
    </aside>
  );
}
