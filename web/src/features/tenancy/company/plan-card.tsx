/** How long the company may use everything, and what becomes of it afterwards: said before it happens. */
import { useQuery } from '@tanstack/react-query';
import { Check, Pause } from 'lucide-react';
import { Trans, useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { operatorQuery } from '@/lib/session/operator';
import { SOON_DAYS } from '@/lib/session/trial';

import type { Company } from '../api';

import styles from './company.module.css';

export function PlanCard({ company }: { company: Company }) {
  const { t } = useTranslation('tenancy');
  const contact = useQuery(operatorQuery).data?.contact;
  const subject = t('company.mailSubject', { company: company.name, id: company.id });
  const { read_only: over, trial_days_left: left, trial_ends_at: end } = company;
  if (!over && left === null) {
    return (
      <Card title={t('company.plan')}>
        <p>{t('company.open')}</p>
      </Card>
    );
  }
  const components = {
    contact: <a href={`mailto:${contact ?? ''}?subject=${encodeURIComponent(subject)}`}>{contact}</a>,
  };
  const soon = left !== null && left <= SOON_DAYS;
  return (
    <Card title={t('company.plan')}>
      <p className={styles.left} data-state={over ? 'over' : soon ? 'soon' : 'running'}>
        {over ? t('company.ended') : t('company.daysLeft', { count: left ?? 0 })}
      </p>
      <p className={styles.when}>
        {t(over ? 'company.endedAt' : 'company.until')} <DateText value={end} />
      </p>
      <h3 className={styles.heading}>{t(over ? 'company.nowTitle' : 'company.afterTitle')}</h3>
      <ul className={styles.promises}>
        {(['stays', 'works', 'stops'] as const).map((each) => {
          const good = each !== 'stops';
          const Icon = good ? Check : Pause;
          return (
            <li key={each} data-good={good}>
              <Icon size={16} aria-hidden="true" />
              {t(`company.${each}`)}
            </li>
          );
        })}
      </ul>
      <h3 className={styles.heading}>{t('company.howTitle')}</h3>
      <p className={styles.ask}>
        <Trans
          t={t}
          i18nKey={contact === undefined ? 'company.askOperator' : 'company.ask'}
          components={components}
        />
      </p>
      <p className={styles.ask}>{t('company.payment')}</p>
    </Card>
  );
}
