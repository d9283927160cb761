/** What a new company does first, ticked as it happens. Each step leads to the page where it is done. */
import { Check } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import type { Me } from '@/lib/session/me';

import styles from './first-steps.module.css';

const KNOWN = [
  'department_added',
  'member_invited',
  'form_published',
  'flow_published',
  'record_submitted',
] as const;
type Known = (typeof KNOWN)[number];

/** Where each is done. */
const PLACES: Record<Known, string> = {
  department_added: '/departments',
  member_invited: '/members',
  form_published: '/manage/forms',
  flow_published: '/manage/flows',
  record_submitted: '/new',
};

const isKnown = (step: string): step is Known => KNOWN.some((known) => known === step);

export function FirstSteps({ steps }: { steps: Me['first_steps'] }) {
  const { t } = useTranslation('app');
  const shown = steps.flatMap(({ step, done_at }) => (isKnown(step) ? [{ step, done_at }] : []));
  const done = shown.filter(({ done_at }) => done_at !== null).length;
  if (shown.length === 0 || done === shown.length) return null;
  return (
    <Card
      title={t('steps.title')}
      extra={<span className={styles.count}>{t('steps.count', { done, all: shown.length })}</span>}
    >
      <ol className={styles.steps}>
        {shown.map(({ step, done_at }, index) => (
          <li key={step} className={styles.step} data-done={done_at !== null}>
            <span className={styles.mark}>
              {done_at === null ? (
                index + 1
              ) : (
                <Check size={14} strokeWidth={2.6} aria-label={t('steps.done')} />
              )}
            </span>
            <div>
              <Link to={PLACES[step]} className={styles.title}>
                {t(`steps.${step}.title`)}
              </Link>
              <p className={styles.hint}>
                {done_at === null ? t(`steps.${step}.hint`) : <DateText value={done_at} />}
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}
