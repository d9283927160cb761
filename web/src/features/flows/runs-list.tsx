/** The lists that are looked through rather than worked through: one frame, one table, their own last columns. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, type Column } from '@/components/data-table';
import { ListFrame } from '@/components/list-frame';
import { Page as Frame } from '@/components/page';
import type { List } from '@/lib/api/use-list';
import { documentPath } from '@/lib/routing/document';
import { useUrlState } from '@/lib/routing/url-state';

import type { Summary } from './api';
import { FORM_FILTER, FormFilter } from './form-filter';
import { NothingFound } from './nothing-found';
import { SummaryText } from './summary-text';

export interface RunRow {
  run_id: string;
  record_id: string;
  form_id: string;
  form_name: string;
  title: string;
  initiator: { id: string; name: string };
  summary: Summary;
}

interface Props<T extends RunRow> {
  title: string;
  useRows: (formId: string) => List<T>;
  columns: Column<T>[];
  empty: ReactNode;
}

export function RunsList<T extends RunRow>({ title, useRows, columns, empty }: Props<T>) {
  const { t } = useTranslation('flows');
  const [{ form }, change] = useUrlState(FORM_FILTER);
  const list = useRows(form);
  const all: Column<T>[] = [
    { key: 'title', title: t('column.title'), cell: (row) => row.title },
    { key: 'form', title: t('column.form'), cell: (row) => row.form_name, wideOnly: true, width: '7em' },
    {
      key: 'summary',
      title: t('column.summary'),
      cell: (row) => <SummaryText summary={row.summary} />,
      wideOnly: true,
    },
    ...columns,
  ];
  return (
    <Frame title={title}>
      <ListFrame
        list={list}
        filters={<FormFilter value={form} rows={list.items} onChange={(next) => change({ form: next })} />}
        empty={form === '' ? empty : <NothingFound onClear={() => change({ form: '' })} />}
      >
        {(items) => (
          <DataTable
            label={title}
            columns={all}
            rows={items}
            rowKey={(row) => `${row.run_id}${'task_id' in row ? String(row.task_id) : ''}`}
            to={(row) => documentPath(row.record_id, row.run_id)}
            stale={list.stale}
          />
        )}
      </ListFrame>
    </Frame>
  );
}
