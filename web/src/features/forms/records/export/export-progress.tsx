/** How far an export is, and its file once it is there. */
import { Button } from 'antd';
import { Download, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Dialog } from '@/components/dialog';
import { ErrorState } from '@/components/error-state';
import { Notice } from '@/components/notice';
import { ProblemNote } from '@/components/problem-note';
import { fileSize } from '@/entities/field/file-links';

import { useDownload, useExport } from './api';
import styles from './export.module.css';

export function ExportProgress({ exportId, onClose }: { exportId: string; onClose: () => void }) {
  const { t } = useTranslation(['forms', 'components']);
  const { data, error, refetch } = useExport(exportId);
  const download = useDownload(exportId);
  return (
    <Dialog
      open
      title={t('forms:export.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('components:close')}</Button>
          <Button
            type="primary"
            icon={<Download size={15} aria-hidden="true" />}
            disabled={data?.state !== 'done'}
            loading={data?.state === 'running' || download.isPending}
            onClick={() => download.mutate()}
          >
            {t('forms:export.download')}
          </Button>
        </>
      }
    >
      <div className={styles.form} role="status">
        {error && <ErrorState error={error} again={() => void refetch()} />}
        {data && <p className="figures">{t('forms:export.records', { count: data.records })}</p>}
        {data?.state === 'running' && (
          <p className={styles.hint}>
            {t('forms:export.later')} <Link to={`/jobs/${exportId}`}>{t('forms:export.job')}</Link>
          </p>
        )}
        {data?.state === 'done' && (
          <p className={styles.file}>
            {data.name} <span className={styles.hint}>{fileSize(data.size)}</span>
          </p>
        )}
        {data?.state === 'failed' && <Notice icon={TriangleAlert}>{data.reason}</Notice>}
        {data?.complete === false && <Notice icon={TriangleAlert}>{t('forms:export.cut')}</Notice>}
        {data && data.withheld > 0 && (
          <p className={styles.hint}>{t('forms:export.withheld', { count: data.withheld })}</p>
        )}
        <ProblemNote error={download.error} />
      </div>
    </Dialog>
  );
}
