/** An import that goes on or is over: how far it is, stop and resume, and the rows that were not imported. */
import { Button, Progress } from 'antd';
import { Download, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';

import { Card } from '@/components/card';
import { ErrorState } from '@/components/error-state';
import { Notice } from '@/components/notice';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';
import { fileOf, forgetFile } from '@/entities/spreadsheet/made-of';

import { errorsUrl, useImportJob, useSwitch, type Import, type Job } from './api';
import styles from './imports.module.css';

interface Props {
  formId: string;
  made: Import;
  onAgain: () => void;
}

export function Running({ formId, made, onAgain }: Props) {
  const job = useImportJob(made.job_id ?? '');
  if (job.data) return <View formId={formId} made={made} job={job.data} onAgain={onAgain} />;
  return (
    <Card title={made.file_name}>
      {job.error ? <ErrorState error={job.error} again={() => void job.refetch()} /> : <Skeleton rows={3} />}
    </Card>
  );
}

function View({ formId, made, job, onAgain }: Props & { job: Job }) {
  const { t } = useTranslation('imports');
  const navigate = useNavigate();
  const stop = useSwitch(job.id, 'stop');
  const resume = useSwitch(job.id, 'resume');
  const [error, setError] = useState<Error | null>(null);
  useEffect(() => {
    if (job.state === 'done' && fileOf(formId)?.upload === made.upload_id) forgetFile(formId);
  }, [formId, job.state, made.upload_id]);
  const passed = job.done + job.failed;
  const total = made.records;
  return (
    <Stack>
      <Card title={made.file_name}>
        <div className={styles.ways}>
          <p role="status">{t(`running.${job.state}`, { done: job.done, total: total ?? '…' })}</p>
          {total !== null && (
            <Progress
              aria-label={t('running.progress')}
              percent={total === 0 ? 100 : Math.floor((100 * passed) / total)}
              status={job.failed > 0 ? 'exception' : 'normal'}
            />
          )}
          {job.failed > 0 && <p className={styles.warning}>{t('running.missed', { count: job.failed })}</p>}
          {made.halted && <Notice icon={TriangleAlert}>{made.halted.message}</Notice>}
          {job.reason && <Notice icon={TriangleAlert}>{job.reason.message}</Notice>}
          <ProblemNote error={stop.error ?? resume.error ?? error} />
          <div className={styles.actions}>
            {job.failed > 0 && (
              <Button
                icon={<Download size={15} aria-hidden="true" />}
                onClick={() =>
                  void errorsUrl(formId, made.id).then((url) => window.location.assign(url), setError)
                }
              >
                {t('running.errors')}
              </Button>
            )}
            {job.may_stop && (
              <Button loading={stop.isPending} onClick={() => stop.mutate(null)}>
                {t('running.stop')}
              </Button>
            )}
            {job.may_resume && (
              <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(null)}>
                {t('running.resume')}
              </Button>
            )}
            {!job.may_stop && <Button onClick={onAgain}>{t('another')}</Button>}
            {job.state === 'done' && (
              <Button type="primary" onClick={() => void navigate(`/forms/${formId}/records`)}>
                {t('running.records')}
              </Button>
            )}
          </div>
          {job.may_stop && <p className={styles.hint}>{t('running.leave')}</p>}
        </div>
      </Card>
      {(job.log ?? []).length > 0 && <Log job={job} />}
    </Stack>
  );
}

const LOGGED = 20;

function Log({ job: { log = [] } }: { job: Job }) {
  const { t } = useTranslation('imports');
  return (
    <Card title={t('running.log')}>
      <ul className={styles.log}>
        {log.slice(0, LOGGED).map(({ item, message }, place) => (
          <li key={place}>
            <b>{item}</b> {message}
          </li>
        ))}
      </ul>
    </Card>
  );
}
