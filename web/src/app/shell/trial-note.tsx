/** How long the trial still runs; after it, why nothing can be changed. */
import { Hourglass, Lock } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import type { Me } from '@/lib/session/me';

import styles from './trial-note.module.css';

const SOON_DAYS = 5;

export function TrialNote({ company }: { company: Me['company'] }) {
  const { t } = useTranslation('app');
  if (company.read_only) {
    return (
      <p className={styles.note} data-state="over" role="status">
        <Lock size={15} aria-hidden="true" />
        {t('trial.over')}
      </p>
    );
  }
  if (company.trial_days_left === null) return null;
  const soon = company.trial_days_left <= SOON_DAYS;
  return (
    <p className={styles.note} data-state={soon ? 'soon' : 'running'}>
      <Hourglass size={15} aria-hidden="true" />
      {t('trial.left', { count: company.trial_days_left })}
      <span className={styles.after}>{t('trial.after')}</span>
    </p>
  );
}
