/** Changing a stored record, in the sheet in which it was filled in. */
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

import { EmptyState } from '@/components/empty-state';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { hasWideLines } from '@/entities/entry/lines-width';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useRecord, type StoredRecord } from '@/entities/record/api';
import { useMe } from '@/lib/session/me';

import { EditRecord } from './edit-record';
import { isSubmittable } from './submittable';

interface Props {
  recordId: string;
  /** What has to be corrected; another feature's matter. */
  reason: ReactNode;
}

export function EditPage({ recordId, reason }: Props) {
  const record = useRecord(recordId);
  if (record.data) return <Opened record={record.data} reason={reason} />;
  return (
    <Shell>
      {record.error ? <ErrorState error={record.error} again={() => void record.refetch()} /> : null}
    </Shell>
  );
}

function Opened({ record, reason }: { record: StoredRecord; reason: ReactNode }) {
  const { t } = useTranslation('forms');
  const form = usePublishedForm(record.form_id);
  const me = useMe();
  // Decided once: who has begun must not lose what he typed because somebody locks the record meanwhile.
  const [mayBegin] = useState(record.may.change && !me.company.read_only);
  if (!mayBegin) {
    return (
      <Shell record={record}>
        <EmptyState
          title={t(record.locked ? 'edit.locked' : 'edit.denied')}
          action={<Link to={`/records/${record.id}`}>{t('edit.back')}</Link>}
        />
      </Shell>
    );
  }
  if (!form.data) {
    return (
      <Shell record={record}>
        {form.error && <ErrorState error={form.error} again={() => void form.refetch()} />}
      </Shell>
    );
  }
  const { fields } = definitionOf(form.data.definition, form.data);
  return (
    <Shell record={record} wide={isSubmittable(record, form.data, me.id) || hasWideLines(fields)}>
      <LinksProvider links={record.links}>
        <EditRecord key={form.data.version} record={record} form={form.data} reason={reason} />
      </LinksProvider>
    </Shell>
  );
}

interface ShellProps {
  record?: StoredRecord;
  wide?: boolean;
  children: ReactNode;
}

function Shell({ record, wide = false, children }: ShellProps) {
  const { t } = useTranslation('forms');
  const title = record && (record.title || record.serial);
  return (
    <Frame
      title={title ? t('edit.of', { title }) : t('record.edit')}
      width={wide ? 'wide' : 'narrow'}
      back={
        record
          ? { to: `/records/${record.id}`, label: t('edit.back') }
          : { to: '/records', label: t('records.heading') }
      }
    >
      {children ?? <Skeleton rows={6} />}
    </Frame>
  );
}
