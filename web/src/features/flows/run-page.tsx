/** One approval: the values on the left, the trail and the path ahead on the right, and what this person can do now. */
import { useQuery } from '@tanstack/react-query';
import { SearchX } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { RecordValues } from '@/components/record-values';
import { Skeleton } from '@/components/skeleton';
import { StatusTag } from '@/components/status-tag';
import { isProblem } from '@/lib/api/problem';
import { definitionOf } from '@/lib/forms/definition';
import { useFormVersion, usePublishedForm, useRecord } from '@/lib/forms/stored';
import { useMe } from '@/lib/session/me';

import { runQuery, useMarkRead, type Run } from './api';
import { CommentBox } from './comment-box';
import { Copies } from './copies';
import { CopyTo } from './copy-to';
import { DecideBar } from './decide-bar';
import { Resubmit } from './resubmit';
import styles from './run-page.module.css';
import { RunTimeline } from './run-timeline';
import { TONES } from './status';
import { Withdraw } from './withdraw';

export function Page() {
  const { t } = useTranslation('flows');
  const { runId = '' } = useParams();
  const run = useQuery(runQuery(runId));
  if (run.data) return <Shown key={runId} run={run.data} />;
  return (
    <Frame title={t('run.title')}>
      {isProblem(run.error, 'run_not_found') ? (
        <RunMissing />
      ) : run.error ? (
        <ErrorState error={run.error} again={() => void run.refetch()} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Frame>
  );
}

/** Not there, or not for this person, which look the same: a mailed link may be older than his part in it. */
function RunMissing() {
  const { t } = useTranslation('flows');
  return (
    <EmptyState
      icon={SearchX}
      title={t('run.missing')}
      hint={t('run.missingHint')}
      action={<Link to="/todos">{t('run.toTodos')}</Link>}
    />
  );
}

function Shown({ run }: { run: Run }) {
  const { t } = useTranslation('flows');
  useReadMark(run);
  const record = useRecord(run.record_id);
  const version = useFormVersion(run.form_id, record.data?.form_version ?? 0);
  const form = usePublishedForm(run.form_id);
  const fields = version.data ? definitionOf(version.data.definition, form.data).fields : [];
  const failed = record.error ?? version.error;
  const mine = run.path.flatMap(({ tasks }) => tasks).find(({ id }) => run.may.decide.includes(id));
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
      actions={
        <>
          {run.may.copy && <CopyTo run={run} />}
          {run.may.withdraw && <Withdraw runId={run.id} />}
          {record.data && <Resubmit record={record.data} />}
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <Card
            title={t('run.values')}
            extra={<Link to={`/records/${run.record_id}`}>{t('run.record')}</Link>}
          >
            {record.data && version.data ? (
              <RecordValues fields={fields} values={record.data.values} recordId={run.record_id} />
            ) : failed ? (
              <ErrorState error={failed} again={() => void (record.error ? record : version).refetch()} />
            ) : (
              <Skeleton rows={6} />
            )}
          </Card>
        </div>
        <div className={styles.side}>
          <Card title={t('trail.title')}>
            <RunTimeline run={run} fields={fields} />
            <CommentBox runId={run.id} />
          </Card>
          <Copies run={run} />
        </div>
      </div>
      {mine && <DecideBar run={run} task={mine} fields={fields} />}
    </Frame>
  );
}

/** Who is kept informed has read it once it is open before him. */
function useReadMark(run: Run): void {
  const me = useMe();
  const { mutate } = useMarkRead();
  const unread = run.copies.some(({ member, read_at }) => member.id === me.id && read_at === null);
  useEffect(() => {
    if (unread && !me.company.read_only) mutate(run.id);
  }, [unread, me.company.read_only, mutate, run.id]);
}
