import { Button } from 'antd';
import { CircleCheckBig, Download, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { Card } from '@/components/card';
import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Notice } from '@/components/notice';
import { Page as Frame } from '@/components/page';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { Stack } from '@/components/stack';

import { useJob, useJobFile, useResume, useStop, type Job } from './api';
import styles from './jobs.module.css';
import { Progress, StateTag } from './progress';

export function Page() {
  const { t } = useTranslation('jobs');
  const { jobId = '' } = useParams();
  const { data, error, refetch } = useJob(jobId);
  if (data) return <View job={data} />;
  return (
    <Frame title={t('title')} back={{ to: '/jobs', label: t('title') }}>
      <Card>{error ? <ErrorState error={error} again={() => void refetch()} /> : <Skeleton rows={5} />}</Card>
    </Frame>
  );
}

function View({ job }: { job: Job }) {
  const { t } = useTranslation('jobs');
  const stop = useStop(job.id);
  const resume = useResume(job.id);
  const file = useJobFile(job);
  return (
    <Frame
      title={job.title}
      hint={job.subject.name}
      back={{ to: '/jobs', label: t('title') }}
      aside={<StateTag job={job} />}
      actions={
        <>
          {job.file !== null && (
            <Button
              type="primary"
              icon={<Download size={15} aria-hidden="true" />}
              loading={file.isPending}
              onClick={() => file.mutate()}
            >
              {t('download')}
            </Button>
          )}
          {job.may_stop && (
            <Button loading={stop.isPending} onClick={() => stop.mutate(null)}>
              {t('stop')}
            </Button>
          )}
          {job.may_resume && (
            <Button type="primary" loading={resume.isPending} onClick={() => resume.mutate(null)}>
              {t('resume')}
            </Button>
          )}
        </>
      }
    >
      <Stack gap={4}>
        <ProblemNote error={stop.error ?? resume.error ?? file.error} />
        {job.reason && <Notice icon={TriangleAlert}>{job.reason.message}</Notice>}
        <Card>
          <div className={styles.facts}>
            <Progress job={job} />
            <Times job={job} />
          </div>
        </Card>
        <Log job={job} />
      </Stack>
    </Frame>
  );
}

function Times({ job: { started_at, ended_at, started_by } }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return (
    <span className={styles.faint}>
      {t('startedBy', { name: started_by.name || t('system') })} <DateText value={started_at} />
      {ended_at && (
        <>
          {' · '}
          {t('ended')} <DateText value={ended_at} />
        </>
      )}
    </span>
  );
}

function Log({ job: { log = [] } }: { job: Job }) {
  const { t } = useTranslation('jobs');
  return (
    <Card title={t('log.title')} flush>
      {log.length === 0 ? (
        <EmptyState icon={CircleCheckBig} title={t('log.none')} />
      ) : (
        <DataTable
          label={t('log.title')}
          rows={log.map((entry, place) => ({ ...entry, place }))}
          rowKey={({ place }) => String(place)}
          columns={[
            { key: 'item', title: t('log.item'), cell: ({ item }) => item || t('log.unnamed') },
            { key: 'why', title: t('log.why'), cell: ({ message }) => message },
            { key: 'at', title: t('log.at'), width: '150px', cell: ({ at }) => <DateText value={at} /> },
          ]}
        />
      )}
    </Card>
  );
}
