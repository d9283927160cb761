/** How far a job is: a bar where the number of items is known, and always in words. */
import { Progress as Bar } from 'antd';
import { useTranslation } from 'react-i18next';

import { StatusTag, type Tone } from '@/components/status-tag';

import type { Job } from './api';
import styles from './jobs.module.css';

const TONES: Record<Job['state'], Tone> = {
  queued: 'neutral',
  running: 'progress',
  stopped: 'warning',
  done: 'success',
  failed: 'danger',
};

export function StateTag({ job: { state } }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return <StatusTag tone={TONES[state]}>{t(`states.${state}`)}</StatusTag>;
}

export function Progress({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const { done, failed, total, title } = job;
  const passed = done + failed;
  return (
    <span className={styles.progress}>
      {total !== null && (
        <Bar
          aria-label={t('progressOf', { title })}
          percent={total === 0 ? 100 : Math.floor((100 * passed) / total)}
          size="small"
          status={failed > 0 ? 'exception' : 'normal'}
          showInfo={false}
        />
      )}
      <span className="figures">
        {total === null ? t('done', { count: done }) : t('doneOf', { done, total })}
      </span>
      {failed > 0 && <span className={styles.failed}>{t('failed', { count: failed })}</span>}
    </span>
  );
}
