/**
 * One record: its values, what happened to it, and what this person can do with it now. Its way through approvals is
 * another feature's matter: `trail` shows it.
 */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { RecordValues } from '@/components/record-values';
import { Skeleton } from '@/components/skeleton';
import { definitionOf, labelText, type Field } from '@/lib/forms/definition';
import { useLabelLanguage } from '@/lib/forms/fields';
import { useFormVersion, useRecord, type StoredRecord } from '@/lib/forms/stored';
import { useMe } from '@/lib/session/me';

import { useForm } from '../api';

import { History } from './history';
import { PersonName } from './person-name';
import { RecordActions } from './record-actions';
import styles from './record-page.module.css';
import { RecordState } from './record-state';

interface Props {
  recordId: string;
  trail: (record: StoredRecord, fields: Field[]) => ReactNode;
}

export function RecordPage({ recordId, trail }: Props) {
  const { t } = useTranslation('forms');
  const record = useRecord(recordId);
  if (record.data) return <Shown record={record.data} trail={trail} />;
  return (
    <Frame title={t('record.heading')} back={{ to: '/records', label: t('records.heading') }}>
      {record.error ? (
        <ErrorState error={record.error} again={() => void record.refetch()} />
      ) : (
        <Skeleton rows={8} />
      )}
    </Frame>
  );
}

function Shown({ record, trail }: { record: StoredRecord } & Pick<Props, 'trail'>) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  const me = useMe();
  const form = useForm(record.form_id);
  const version = useFormVersion(record.form_id, record.form_version);
  const fields = version.data ? definitionOf(version.data.definition, form.data).fields : [];
  const formName = labelText(form.data?.name ?? version.data?.definition.name, language);
  return (
    <Frame
      title={record.title || record.serial || t('records.untitled')}
      aside={<RecordState state={record.state} />}
      back={{ to: `/forms/${record.form_id}/records`, label: formName || t('records.heading') }}
      hint={
        <>
          <span className="print-only">
            {me.company.name} · {formName} ·{' '}
          </span>
          <PersonName id={record.created_by} /> · <DateText value={record.created_at} />
          {record.updated_at !== record.created_at && (
            <>
              {' · '}
              {t('record.updated')} <DateText value={record.updated_at} />
            </>
          )}
        </>
      }
      actions={<RecordActions record={record} form={form.data} />}
    >
      <div className={styles.columns}>
        <div className={styles.main}>
          <Card title={t('record.values')}>
            {version.data ? (
              <RecordValues fields={fields} values={record.values} recordId={record.id} />
            ) : version.error ? (
              <ErrorState error={version.error} again={() => void version.refetch()} />
            ) : (
              <Skeleton rows={6} />
            )}
          </Card>
        </div>
        <div className={styles.side}>
          {trail(record, fields)}
          <div className={styles.history}>
            <History record={record} />
          </div>
        </div>
      </div>
    </Frame>
  );
}
