import { Button } from 'antd';
import { ListChecks, RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';

import { DataTable } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';

import { useJobs } from './api';
import styles from './jobs.module.css';
import { Progress, StateTag } from './progress';

export function Page() {
  const { t } = useTranslation('jobs');
  const list = useJobs();
  return (
    <Frame
      title={t('title')}
      hint={t('hint')}
      actions={
        <Button icon={<RefreshCw size={15} aria-hidden="true" />} onClick={list.again}>
          {t('again')}
        </Button>
      }
    >
      <ListFrame list={list} empty={<EmptyState icon={ListChecks} title={t('none')} hint={t('noneHint')} />}>
        {(jobs) => (
          <DataTable
            label={t('title')}
            rows={jobs}
            rowKey={({ id }) => id}
            to={({ id }) => `/jobs/${id}`}
            stale={list.stale}
            columns={[
              {
                key: 'what',
                title: t('columns.what'),
                cell: ({ title, subject }) => (
                  <span className={styles.two}>
                    <span>{title}</span>
                    {subject.name && <span className={styles.faint}>{subject.name}</span>}
                  </span>
                ),
              },
              { key: 'progress', title: t('columns.progress'), cell: (job) => <Progress job={job} /> },
              { key: 'state', title: t('columns.state'), cell: (job) => <StateTag job={job} /> },
              {
                key: 'started',
                title: t('columns.started'),
                cell: ({ started_at, started_by }) => (
                  <span className={styles.two}>
                    <DateText value={started_at} />
                    <span className={styles.faint}>{started_by.name || t('system')}</span>
                  </span>
                ),
              },
            ]}
          />
        )}
      </ListFrame>
    </Frame>
  );
}
