/** The way of a record through approvals: where it is now or how the last one ended, and those before. */
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import type { Field } from '@/lib/forms/definition';

import { useRunsOfRecord, type Run } from './api';
import styles from './record-runs.module.css';
import { RunTimeline } from './run-timeline';
import { TONES } from './status';

interface Props {
  recordId: string;
  fields: Field[];
  /** The record has been in approval, so its place is held while the trail is read. */
  expected: boolean;
}

export function RecordRuns({ recordId, fields, expected }: Props) {
  const { t } = useTranslation(['flows', 'components']);
  const runs = useRunsOfRecord(recordId);
  const [latest, ...earlier] = runs.items;
  if (runs.error) {
    return (
      <Card title={t('flows:trail.title')}>
        <ErrorState error={runs.error} again={runs.again} />
      </Card>
    );
  }
  if (!latest) {
    if (!expected || !runs.loading) return null;
    return (
      <Card title={t('flows:trail.title')}>
        <Skeleton rows={4} />
      </Card>
    );
  }
  const mine = latest.may.decide.length > 0;
  return (
    <>
      <Card
        title={t('flows:trail.title')}
        extra={
          <Link to={`/runs/${latest.id}`} className="screen-only">
            {t(mine ? 'flows:ofRecord.decide' : 'flows:ofRecord.open')}
          </Link>
        }
      >
        <RunTimeline run={latest} fields={fields} />
      </Card>
      {earlier.length > 0 && (
        <Card title={t('flows:ofRecord.earlier')}>
          <ul className={styles.runs}>
            {earlier.map((run) => (
              <Earlier key={run.id} run={run} />
            ))}
          </ul>
          <More list={runs} />
        </Card>
      )}
    </>
  );
}

function Earlier({ run }: { run: Run }) {
  const { t } = useTranslation('flows');
  return (
    <li className={styles.run}>
      <Link to={`/runs/${run.id}`}>
        {t('ofRecord.submitted')} <DateText value={run.started_at} />
      </Link>
      <StatusTag tone={TONES[run.status]}>{t(`status.${run.status}`)}</StatusTag>
    </li>
  );
}
