/** A document: its values, the trail of its rounds, who changed what, and all that this person can do with it now. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'react-router';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { Page as Frame } from '@/components/page';
import { Skeleton } from '@/components/skeleton';
import { Tabs } from '@/components/tabs';
import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { usePublishedForm } from '@/entities/form/api';
import { useFormVersion } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { type StoredRecord } from '@/entities/record/api';
import { RecordValues } from '@/entities/record/record-values';
import { Comments } from '@/features/comments/comments';
import { useChanges, useRunsOfRecord } from '@/features/flows/api';
import { CopyTo } from '@/features/flows/copy-to';
import { DecideBar } from '@/features/flows/decide-bar';
import { RoundNote } from '@/features/flows/round-note';
import { useReadMarks } from '@/features/flows/use-read-marks';
import { Withdraw } from '@/features/flows/withdraw';
import { Balances } from '@/features/forms/records/balances';
import { Children } from '@/features/forms/records/children';
import { History } from '@/features/forms/records/history';
import { MaskedNote } from '@/features/forms/records/masked-note';
import { MergeNote } from '@/features/forms/records/merging/merge-note';
import { PersonName } from '@/features/forms/records/person-name';
import { RecordActions } from '@/features/forms/records/record-actions';
import { RecordState } from '@/features/forms/records/record-state';
import { RollupsNote } from '@/features/forms/records/rollups-note';
import { RecordStages } from '@/features/forms/records/stages/record-stages';

import styles from './document.module.css';
import { PrintSheet } from './print-sheet';
import { TrailPart } from './trail-part';
import { usePrinting } from './use-printing';

type Part = 'content' | 'trail' | 'comments' | 'changes';

const NEVER_SUBMITTED = ['draft', 'active'];

interface Props {
  record: StoredRecord;
  wanted: string;
  /** Whether it was asked for by the id of a record that was merged into it. */
  moved: boolean;
}

export function Document({ record, wanted, moved }: Props) {
  const { t } = useTranslation(['forms', 'flows', 'comments']);
  const language = useLabelLanguage();
  const form = usePublishedForm(record.form_id);
  const version = useFormVersion(record.form_id, record.form_version);
  const runs = useRunsOfRecord(record.id);
  const [latest] = runs.items;
  useReadMarks(runs.items);
  const printing = usePrinting();
  const layout = version.data?.definition.layout;
  const fields = version.data ? definitionOf(version.data.definition, form.data).fields : [];
  const formName = labelText(form.data?.name ?? version.data?.definition.name, language);
  const title = record.title || record.serial || formName || t('forms:records.untitled');
  // Once it may be edited, what differs from the round before is no longer what the approvers had before them.
  const changes = useChanges(latest, record.locked);
  const hasTrail = latest !== undefined || !NEVER_SUBMITTED.includes(record.state);
  const earlierWanted = wanted !== '' && runs.items.slice(1).some(({ id }) => id === wanted);
  const said = useLocation().hash.startsWith('#comment-');
  const [chosen, setPart] = useState<Part | null>(null);
  const part = chosen ?? (said ? 'comments' : hasTrail && earlierWanted ? 'trail' : 'content');
  const mine = latest?.path.flatMap(({ tasks }) => tasks).find(({ id }) => latest.may.decide.includes(id));
  const sideTabs = [
    ...(hasTrail ? [{ value: 'trail' as const, label: t('flows:doc.trail') }] : []),
    { value: 'comments' as const, label: t('comments:title') },
    { value: 'changes' as const, label: t('flows:doc.changes') },
  ];
  const tabs = [{ value: 'content' as const, label: t('flows:doc.content') }, ...sideTabs];
  const side = part !== 'content' ? part : hasTrail ? 'trail' : 'changes';
  return (
    <>
      <div className="screen-only">
        <Frame
          title={title}
          aside={<RecordState state={record.state} />}
          back={{ to: `/forms/${record.form_id}/records`, label: formName || t('forms:records.heading') }}
          hint={
            <>
              {record.serial && !title.includes(record.serial) && `${record.serial} · `}
              <PersonName id={record.created_by} /> · <DateText value={record.created_at} />
              {record.updated_at !== record.created_at && record.updated_at !== record.state_at && (
                <>
                  {' · '}
                  {t('forms:record.updated')} <DateText value={record.updated_at} />
                </>
              )}
            </>
          }
          actions={
            <RecordActions
              record={record}
              form={form.data}
              menu={latest?.may.copy && <CopyTo run={latest} />}
            >
              {latest?.may.withdraw && <Withdraw runId={latest.id} />}
            </RecordActions>
          }
        >
          <MergeNote record={record} moved={moved} />
          {latest && <RoundNote run={latest} />}
          <RecordStages record={record} form={form.data} />
          <Tabs
            className={styles.narrowTabs}
            label={t('flows:doc.tabs')}
            tabs={tabs}
            value={part}
            onChange={setPart}
          />
          <div className={styles.columns} data-part={part}>
            <div className={styles.content}>
              <Card title={t('forms:record.values')}>
                {version.data ? (
                  <LinksProvider links={changes?.links}>
                    <RecordValues
                      fields={fields}
                      layout={layout}
                      values={record.values}
                      recordId={record.id}
                      changes={record.locked ? changes?.items : undefined}
                    />
                    <MaskedNote record={record} fields={fields} />
                    <RollupsNote record={record} fields={fields} />
                  </LinksProvider>
                ) : version.error ? (
                  <ErrorState error={version.error} again={() => void version.refetch()} />
                ) : (
                  <Skeleton rows={6} />
                )}
              </Card>
              <Balances recordId={record.id} />
              <Children recordId={record.id} />
            </div>
            <div className={styles.side} data-side={side}>
              <Tabs
                className={styles.wideTabs}
                label={t('flows:doc.tabs')}
                tabs={sideTabs}
                value={side}
                onChange={setPart}
              />
              {side === 'trail' && <TrailPart runs={runs} fields={fields} wanted={wanted} />}
              {side === 'comments' && <Comments recordId={record.id} />}
              {side === 'changes' && <History record={record} />}
            </div>
          </div>
          {latest && mine && <DecideBar run={latest} task={mine} fields={fields} />}
        </Frame>
      </div>
      {printing && version.data && (
        <PrintSheet record={record} fields={fields} layout={layout} formName={formName} run={latest} />
      )}
    </>
  );
}
