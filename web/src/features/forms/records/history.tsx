/** What happened to a record since it was made: who, when, and every value before and after. */
import { useTranslation } from 'react-i18next';

import { Card } from '@/components/card';
import { DateText } from '@/components/date-text';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import { Timeline, type Mark } from '@/components/timeline';
import { type Field } from '@/entities/field/definition';
import { LinksProvider } from '@/entities/field/linked/links-provider';
import { useFormVersion, usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { type StoredRecord } from '@/entities/record/api';

import { useHistory, type HistoryEntry, type State } from './api';
import { ChangeText } from './change-text';
import styles from './history.module.css';

const MARKS: Record<HistoryEntry['action'], Mark> = {
  created: 'start',
  updated: 'note',
  deleted: 'rejected',
  restored: 'returned',
  state: 'step',
  follows: 'note',
  unlinked: 'note',
  deleted_along: 'rejected',
  stage: 'step',
  merged: 'step',
  merged_away: 'rejected',
  unmerged: 'returned',
};

export function History({ record }: { record: StoredRecord }) {
  const { t } = useTranslation(['forms', 'components']);
  const history = useHistory(record.id);
  return (
    <Card title={t('forms:history.title')}>
      {history.error ? (
        <ErrorState error={history.error} again={history.again} />
      ) : history.loading ? (
        <Skeleton rows={3} />
      ) : (
        <Timeline
          label={t('forms:history.title')}
          items={history.items.map((entry, index) => ({
            key: String(entry.number),
            mark: MARKS[entry.action],
            title: titleOf(entry),
            aside: <DateText value={entry.at} />,
            children: entry.action !== 'state' && entry.changes.length > 0 && (
              <LinksProvider links={entry.links}>
                <Changes
                  formId={record.form_id}
                  entry={entry}
                  before={history.items[index + 1]?.form_version ?? entry.form_version}
                />
              </LinksProvider>
            ),
          }))}
        />
      )}
      <More list={history} label={t('forms:history.more')} className={styles.more} />
    </Card>
  );

  function titleOf({ action, by_name: name, changes }: HistoryEntry): string {
    const by = name || t('forms:records.system');
    if (action === 'updated' && changes.length === 0) return t('forms:history.same', { by });
    if (action === 'state') {
      const state = t(`forms:state.${(changes[0]?.after ?? 'active') as State}`);
      return t('forms:history.state', { by, state });
    }
    return t(`forms:history.${action}`, { by });
  }
}

interface ChangesProps {
  formId: string;
  entry: HistoryEntry;
  /** The version of the form before: it still has the fields that a newer one lost. */
  before: number;
}

function Changes({ formId, entry, before }: ChangesProps) {
  const now = useFieldsOf(formId, entry.form_version);
  const earlier = useFieldsOf(formId, before);
  if (!now || !earlier) return <Skeleton rows={1} />;
  return (
    <dl className={styles.changes}>
      {entry.changes.map((change) => (
        <ChangeText key={change.field} change={change} versions={[now, earlier]} />
      ))}
    </dl>
  );
}

function useFieldsOf(formId: string, version: number): Field[] | undefined {
  const { data } = useFormVersion(formId, version);
  const form = usePublishedForm(formId);
  return data && definitionOf(data.definition, form.data).fields;
}
