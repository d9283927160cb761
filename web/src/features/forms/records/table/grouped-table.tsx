/** The records of a list in groups, each with how many they are and its subtotals, and opened by a press. */
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-table';
import { ErrorState } from '@/components/error-state';
import { More } from '@/components/more';
import { Skeleton } from '@/components/skeleton';
import type { Condition } from '@/entities/condition/types';
import type { Field } from '@/entities/field/definition';
import { labelText, useLabelLanguage } from '@/entities/field/label';
import { isFigure } from '@/entities/field/registry';
import { useFormats } from '@/lib/format/formats';
import { useMe } from '@/lib/session/me';

import { useAggregate, type Group, type Measure } from '../aggregate-api';
import { useRecords, type RecordCard } from '../api';
import { daysOf, isDated } from '../views/arrangements';
import type { ViewColumn } from '../views/layout';
import type { ListState } from '../views/use-list-state';

import styles from './grouped-table.module.css';
import { groupFilter } from './groups';
import { measuresOf, RecordsTable } from './records-table';
import { Figure } from './total-cell';

interface Props {
  state: ListState;
  label: string;
  columns: Column<RecordCard>[];
  chosen: ViewColumn[];
}

export function GroupedTable(props: Props) {
  const { state, columns, chosen } = props;
  const { t } = useTranslation('forms');
  const { zone } = useMe().company;
  const formats = useFormats(zone);
  const [open, setOpen] = useState<string[]>([]);
  const by = state.layout.group;
  const field = state.definition.fields.find(({ id }) => id === by);
  const days = field && isDated(field) ? daysOf(field, zone) : null;
  const figures = state.definition.fields.filter(
    (each) => isFigure(each) && columns.some(({ key }) => key === each.id),
  );
  const measures = measuresOf(chosen, figures);
  const sums = useAggregate(state.form.id, {
    ...state.asked,
    measures,
    by: days ? `${by}:month` : by,
  });
  if (sums.error && !sums.data) return <ErrorState error={sums.error} again={() => void sums.refetch()} />;
  if (!sums.data) return <Skeleton rows={6} />;
  const { groups, exact, coverage } = sums.data;
  return (
    <div className={styles.groups}>
      {groups.length === 0 && <p className={styles.none}>{t('records.nothing')}</p>}
      {groups.map((group) => {
        const key = group.key ?? '';
        const isOpen = open.includes(key);
        return (
          <section key={key} className={styles.group}>
            <h3 className={styles.head}>
              <button
                type="button"
                className={styles.press}
                aria-expanded={isOpen}
                onClick={() => setOpen(isOpen ? open.filter((each) => each !== key) : [...open, key])}
              >
                <ChevronRight size={15} aria-hidden="true" className={styles.arrow} />
                <span className={styles.name}>{group.key === null ? t('group.blank') : group.label}</span>
                <span className={styles.count}>
                  {formats.number(String(group.count))}
                  {!exact && '+'}
                </span>
              </button>
              <Subtotals {...{ group, measures, figures, exact }} />
            </h3>
            {isOpen && <Rows {...props} condition={groupFilter(state.condition, by, group.key, days)} />}
          </section>
        );
      })}
      {measures.length > 0 && (
        <div className={styles.whole}>
          <span className={styles.name}>{t('group.all')}</span>
          <Subtotals {...{ group: sums.data, measures, figures, exact }} />
        </div>
      )}
      {!exact && <p className={styles.none}>{t('total.coverage', { count: coverage.records })}</p>}
    </div>
  );
}

interface SubtotalsProps {
  group: Pick<Group, 'measures'>;
  measures: Measure[];
  figures: Field[];
  exact: boolean;
}

function Subtotals({ group, measures, figures, exact }: SubtotalsProps) {
  const { t } = useTranslation('forms');
  const language = useLabelLanguage();
  return (
    <span className={styles.figures}>
      {measures.map((measure, at) => {
        const field = figures.find(({ id }) => id === measure.field);
        if (!field) return null;
        const words = { name: labelText(field.name, language), function: t(`total.${measure.function}`) };
        return (
          <span key={measure.field} className={styles.figure}>
            <span className={styles.of}>{t('group.figure', words)}</span>
            <Figure field={field} total={measure.function} value={group.measures[at] ?? null} exact={exact} />
          </span>
        );
      })}
    </span>
  );
}

function Rows({ state, label, columns, chosen, condition }: Props & { condition: Condition }) {
  const list = useRecords(state.form.id, { ...state.asked, filter: JSON.stringify(condition) });
  if (list.error) return <ErrorState error={list.error} again={list.again} />;
  if (list.loading) return <Skeleton rows={3} />;
  return (
    <>
      <RecordsTable
        {...{ state, label, columns, chosen }}
        rows={list.items}
        stale={list.stale}
        totals={false}
      />
      <More list={list} className={styles.more} />
    </>
  );
}
