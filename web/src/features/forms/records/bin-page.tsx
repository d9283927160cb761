/** Deleted records of one form: how long they are still there, and the way back. */
import { Button } from 'antd';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';

import { DataTable, type Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { Dialog } from '@/components/dialog';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import { ProblemNote } from '@/components/problem-note';
import { Skeleton } from '@/components/skeleton';
import { toast } from '@/components/toast';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { usePublishedForm, type Form } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { isProblem } from '@/lib/api/problem';

import { useBin, useRestore, type BinCard } from './api';
import { daysLeft } from './days-left';
import { PersonName } from './person-name';
import { useListedColumns, useTitleColumn } from './record-columns';
import styles from './records-page.module.css';

export function Page() {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const { formId = '' } = useParams();
  const form = usePublishedForm(formId);
  const name = labelText(form.data?.name, language);
  return (
    <Frame
      title={t('bin.title')}
      hint={t('bin.hint')}
      back={{ to: `/forms/${formId}/records`, label: name || t('records.heading') }}
    >
      {form.data ? (
        <Bin key={formId} form={form.data} />
      ) : form.error ? (
        <ErrorState error={form.error} again={() => void form.refetch()} />
      ) : (
        <Skeleton rows={6} />
      )}
    </Frame>
  );
}

const LISTED = 3;

function Bin({ form }: { form: Form }) {
  const { t } = useTranslation('forms');
  const list = useBin(form.id);
  const title = useTitleColumn();
  const listed = useListedColumns(definitionOf(form.definition, form)).slice(0, LISTED);
  const [now] = useState(() => Date.now());
  const restore = useRestore(({ title, serial }) => toast(t('bin.restored', { title: title || serial })));
  const columns: Column<BinCard>[] = [
    title,
    ...listed,
    {
      key: 'by',
      title: t('bin.deletedBy'),
      cell: (row) => (
        <span className={styles.person}>
          <PersonName id={row.deleted_by} />
        </span>
      ),
    },
    { key: 'at', title: t('bin.deletedAt'), cell: (row) => <DateText value={row.deleted_at} /> },
    {
      key: 'left',
      title: t('bin.left'),
      cell: (row) => <span className="figures">{t('bin.days', { count: daysLeft(row.purge_at, now) })}</span>,
    },
    {
      key: 'restore',
      title: t('bin.action'),
      align: 'end',
      cell: (row) =>
        row.may.restore ? (
          <Button
            loading={restore.isPending && restore.variables.id === row.id}
            onClick={() => restore.mutate(row)}
          >
            {t('bin.restore')}
          </Button>
        ) : (
          <span title={t('bin.notYours')}>—</span>
        ),
    },
  ];
  return (
    <>
      <ListFrame
        list={list}
        empty={<EmptyState icon={Trash2} title={t('bin.none')} hint={t('bin.noneHint')} />}
      >
        {(items) => (
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
          <div className={styles.scroll} role="group" aria-label={t('bin.title')} tabIndex={0}>
            <DataTable
              label={t('bin.title')}
              columns={columns}
              rows={items}
              rowKey={({ id }) => id}
              stale={list.stale}
              compact
            />
          </div>
        )}
      </ListFrame>
      <NotRestored error={restore.error} onClose={() => restore.reset()} />
    </>
  );
}

/** Over the list, because the way out lies in another record. */
function NotRestored({ error, onClose }: { error: Error | null; onClose: () => void }) {
  const { t } = useTranslation(['forms', 'components']);
  return (
    <Dialog
      open={error !== null}
      title={t('forms:bin.failed')}
      onClose={onClose}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('components:close')}
        </Button>
      }
    >
      {isProblem(error, 'value_taken') ? (
        <>
          <p>{error.message}</p>
          <p>{t('forms:bin.taken')}</p>
        </>
      ) : (
        <ProblemNote error={error} />
      )}
    </Dialog>
  );
}
