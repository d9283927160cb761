/** What a new company does first, ticked as it happens. Each step leads to the page where it is done. */
import { Check, ChevronRight } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';

import styles from './first-steps.module.css';
import type { Step, StepName } from './steps';

export function FirstSteps({ steps }: { steps: Step[] }) {
  const { t } = useTranslation('app');
  const done = steps.filter(({ done_at }) => done_at !== null).length;
  const next = steps.find(({ done_at, ready }) => done_at === null && ready);
  return (
    <Card
      title={t('steps.title')}
      extra={<span className={styles.count}>{t('steps.count', { done, all: steps.length })}</span>}
    >
      <p className={styles.intro}>{t('steps.hint')}</p>
      <progress className={styles.progress} value={done} max={steps.length} aria-hidden="true" />
      <ol className={styles.steps}>
        {steps.map(({ step, to, done_at, ready }, index) => (
          <li key={step} className={styles.step} data-done={done_at !== null} data-next={step === next?.step}>
            <span className={styles.mark}>
              {done_at === null ? (
                index + 1
              ) : (
                <Check size={14} strokeWidth={2.6} aria-label={t('steps.done')} />
              )}
            </span>
            <div className={styles.text}>
              <Link to={to} className={styles.title}>
                {t(`steps.${step}.title`)}
              </Link>
              <p className={styles.hint}>
                {done_at === null ? (
                  t(ready || !waits(step) ? `steps.${step}.hint` : `steps.${step}.wait`)
                ) : (
                  <DateText value={done_at} />
                )}
              </p>
            </div>
            {step === next?.step ? (
              <span className={styles.do} aria-hidden="true">
                {t(`steps.${step}.do`)}
              </span>
            ) : (
              <ChevronRight size={16} aria-hidden="true" className={styles.chevron} />
            )}
          </li>
        ))}
      </ol>
    </Card>
  );
}

/** Only these can stand before what they build on; each says what that is. */
const WAITING = ['head_named', 'flow_published', 'record_submitted'] as const;

function waits(step: StepName): step is (typeof WAITING)[number] {
  return WAITING.some((each) => each === step);
}
