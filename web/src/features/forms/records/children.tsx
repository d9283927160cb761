/** The records that link to a record: a tab for each link that leads to it, and the way to add one. */
import { Plus } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { Card } from '@/components/card';
import { DataTable, type Column } from '@/components/data-table';
import { DateText } from '@/components/date-text';
import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { usePublishedForm } from '@/entities/form/api';
import { definitionOf, type Definition } from '@/entities/form/definition';

import type { RecordCard } from './api';
import { newChildPath, useChildLinks, useChildren, type ChildLink } from './children-api';
import styles from './children.module.css';
import { useListedColumns, useTitleColumn } from './record-columns';
import { RecordState } from './record-state';

const keyOf = ({ form_id: form, path }: ChildLink) => `${form}/${path}`;

export function Children({ recordId }: { recordId: string }) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const links = useChildLinks(recordId);
  const [chosen, choose] = useState('');
  const panel = useId();
  const all = links.data?.items ?? [];
  const now = all.find((each) => keyOf(each) === chosen) ?? all[0];
  if (links.error && !links.data) {
    return (
      <Card title={t('children.title')}>
        <ErrorState error={links.error} again={() => void links.refetch()} />
      </Card>
    );
  }
  if (!now) return null;
  const nameOf = (link: ChildLink) => {
    const form = labelText(link.form_name, language);
    const alone = all.filter(({ form_id: id }) => id === link.form_id).length === 1;
    return alone ? form : t('children.by', { form, field: labelText(link.name, language) });
  };
  const labelOf = (link: ChildLink) =>
    t(link.exact ? 'children.tab' : 'children.tabMore', { name: nameOf(link), count: link.count });
  return (
    <Card title={t('children.title')}>
      {/* More of them than fit scroll, never the page. */}
      <div className={styles.tabs}>
        <Tabs
          label={t('children.title')}
          tabs={all.map((link) => ({ value: keyOf(link), label: labelOf(link) }))}
          value={keyOf(now)}
          onChange={choose}
          controls={() => panel}
        />
      </div>
      <div id={panel} role="tabpanel" aria-label={nameOf(now)}>
        <ChildList key={keyOf(now)} recordId={recordId} link={now} name={nameOf(now)} />
      </div>
    </Card>
  );
}

interface ListProps {
  recordId: string;
  link: ChildLink;
  name: string;
}

function ChildList({ recordId, link, name }: ListProps) {
  const { t } = useTranslation('forms');
  const form = usePublishedForm(link.form_id);
  const list = useChildren(recordId, link);
  const columns = useColumns(
    form.data ? definitionOf(form.data.definition, form.data) : NO_FIELDS,
    link,
    form.data?.flow_id !== '',
  );
  const add = link.may_add && (
    <Link to={newChildPath(link, recordId)} className={styles.add}>
      <Plus size={15} aria-hidden="true" />
      {t('children.new')}
    </Link>
  );
  if (list.error) return <ErrorState error={list.error} again={list.again} />;
  if (list.loading) return <Skeleton rows={3} />;
  if (list.items.length === 0) return <EmptyState title={t('children.none')} action={add} />;
  return (
    <>
      {add && <div className={styles.bar}>{add}</div>}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard. */}
      <div className={styles.scroll} role="group" aria-label={name} tabIndex={0}>
        <DataTable
          label={name}
          columns={columns}
          rows={list.items}
          rowKey={({ id }) => id}
          to={({ id }) => `/records/${id}`}
          stale={list.stale}
        />
      </div>
      <More list={list} className={styles.more} />
    </>
  );
}

const NO_FIELDS: Definition = { name: '', fields: [] };

/** As the form's own list has them, without the link itself: it says the same in every row. */
function useColumns(definition: Definition, link: ChildLink, staged: boolean): Column<RecordCard>[] {
  const { t } = useTranslation('forms');
  const title = useTitleColumn();
  const listed = useListedColumns(definition);
  return [
    title,
    ...(staged
      ? [
          {
            key: '@state',
            title: t('records.state'),
            cell: ({ state }: RecordCard) => <RecordState state={state} />,
          },
        ]
      : []),
    ...listed.filter(({ key }) => key !== link.path),
    {
      key: '@created_at',
      title: t('records.createdAt'),
      align: 'end',
      cell: (row) => <DateText value={row.created_at} />,
    },
  ];
}
