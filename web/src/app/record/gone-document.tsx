/** A document whose content cannot be shown any more, because it lies in the recycle bin: what its approval was remains. */
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { runQuery, type Run } from '@/features/flows/api';
import { Copies } from '@/features/flows/copies';
import { RunTimeline } from '@/features/flows/run-timeline';
import { TONES } from '@/features/flows/status';
import { isProblem } from '@/lib/api/problem';
import { useMe } from '@/lib/session/me';

import styles from './document.module.css';

/** `wanted` is the run that was asked for; without one it is the record's first. */
export function GoneDocument({ recordId, wanted }: { recordId: string; wanted: string }) {
  const { t } = useTranslation('forms');
  const named = useQuery(runQuery(wanted || `${recordId}.1`));
  // Runs of an earlier release: the first one has the record's own id.
  const older = !wanted && isProblem(named.error, 'run_not_found');
  const first = useQuery({ ...runQuery(recordId), enabled: older });
  const run = older ? first : named;
  if (run.data) return <Remains run={run.data} />;
  return (
    <Frame title={t('record.heading')}>
      {isProblem(run.error, 'run_not_found') ? (
        <EmptyState
          icon={SearchX}
          title={t('record.missing')}
          hint={t('record.missingHint')}
          action={<Link to="/records">{t('record.toList')}</Link>}
        />
      ) : run.error ? (
        <ErrorState error={run.error} again={() => void run.refetch()} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Frame>
  );
}

function Remains({ run }: { run: Run }) {
  const { t } = useTranslation('flows');
  const me = useMe();
  const own = run.initiator.id === me.id;
  return (
    <Frame
      title={run.title}
      aside={<StatusTag tone={TONES[run.status]}>{t(`status.${run.status}`)}</StatusTag>}
      hint={
        <>
          {t('about', { form: run.form_name, name: run.initiator.name })} ·{' '}
          <DateText value={run.started_at} />
        </>
      }
    >
      <div className={styles.columns} data-part="trail">
        <Card>
          <EmptyState
            icon={SearchX}
            title={t('doc.gone')}
            hint={t('doc.goneHint')}
            action={own && <Link to={`/forms/${run.form_id}/bin`}>{t('doc.toBin')}</Link>}
          />
        </Card>
        <div className={styles.side}>
          <Card title={t('trail.title')}>
            <RunTimeline run={run} fields={[]} />
          </Card>
          <Copies run={run} />
        </div>
      </div>
    </Frame>
  );
}
