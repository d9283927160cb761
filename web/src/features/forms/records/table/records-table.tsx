/** The records of a list as a table: cells that can be changed, rows that can be selected, sums below. */
import { lazy, Suspense, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import { DataTable, type Column } from '@/components/data-table';
import { ProblemNote } from '@/components/problem-note';
import type { Field } from '@/entities/field/definition';
import { isFigure } from '@/entities/field/registry';
import { useMe } from '@/lib/session/me';

import { useAggregate, type Measure } from '../aggregate-api';
import type { RecordCard } from '../api';
import { isCellEditable } from '../change-value';
import { resized, totalled } from '../views/columns';
import { bounded, writeColumns, type ViewColumn } from '../views/layout';
import type { ListState } from '../views/use-list-state';

import styles from './records-table.module.css';
import { all, MOST_SELECTED, pressed, type Selection } from './selection';
import { TotalCell } from './total-cell';

const CellEditor = lazy(async () => ({ default: (await import('./cell-editor')).CellEditor }));

interface Props {
  state: ListState;
  label: string;
  columns: Column<RecordCard>[];
  chosen: ViewColumn[];
  rows: RecordCard[];
  stale: boolean;
  /** Missing where rows cannot be selected. */
  selection?: { now: Selection; change: (next: Selection) => void };
  totals?: boolean;
  children?: ReactNode;
}

interface Opened {
  row: RecordCard;
  field: Field;
  place: { top: number; left: number; bottom: number };
  cell: HTMLElement;
}

export function RecordsTable(props: Props) {
  const { state, label, columns, chosen, rows, stale, selection, totals = true, children } = props;
  const { t } = useTranslation('forms');
  const { company } = useMe();
  const scroller = useRef<HTMLDivElement>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const fields = new Map(state.definition.fields.map((field) => [field.id, field]));
  const figures = columns.flatMap(({ key }) => {
    const field = fields.get(key);
    return field && isFigure(field) ? [field] : [];
  });
  const measures = measuresOf(chosen, figures);
  const sums = useAggregate(state.form.id, { ...state.asked, measures: totals ? measures : [] });
  const set = (next: ViewColumn[]) => state.set('columns', writeColumns(next));
  const editable = !state.form.archived && !company.read_only;
  const order = rows.map(({ id }) => id);
  const close = () => {
    opened?.cell.focus();
    setOpened(null);
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls must be reachable by keyboard.
    <div ref={scroller} className={styles.scroll} role="group" aria-label={label} tabIndex={0}>
      <DataTable
        label={label}
        columns={columns.map((column) => ({
          ...column,
          ...widthOf(column.key, chosen),
          resize: {
            label: t('columns.resize', { name: column.title }),
            onResize: (width) => set(resized(chosen, column.key, bounded(width))),
          },
        }))}
        rows={rows}
        rowKey={({ id }) => id}
        to={({ id }) => `/records/${id}`}
        stale={stale}
        compact
        frozen
        scroller={scroller}
        cells={{
          isOpenable: ({ locked }, key) => {
            const field = fields.get(key);
            return editable && !locked && field !== undefined && isCellEditable(field);
          },
          onOpen: (row, key, cell) => {
            const field = fields.get(key);
            const { top, left, bottom } = cell.getBoundingClientRect();
            if (field) setOpened({ row, field, cell, place: { top, left, bottom } });
          },
        }}
        {...(selection ? { lead: leadOf(selection) } : {})}
        {...(totals && figures.length > 0 ? { foot } : {})}
      />
      {sums.data && !sums.data.exact && (
        <p className={styles.coverage}>{t('total.coverage', { count: sums.data.coverage.records })}</p>
      )}
      {sums.error && !sums.data && <ProblemNote error={sums.error} />}
      {children}
      {opened && (
        <Suspense>
          <CellEditor
            key={`${opened.row.id}/${opened.field.id}`}
            recordId={opened.row.id}
            field={opened.field}
            fields={state.definition.fields}
            place={opened.place}
            onClose={close}
          />
        </Suspense>
      )}
    </div>
  );

  function foot(key: string) {
    const field = figures.find(({ id }) => id === key);
    const column = columns.find((each) => each.key === key);
    if (!field || !column) return null;
    const at = measures.findIndex((each) => each.field === key);
    return (
      <TotalCell
        field={field}
        name={column.title}
        total={chosen.find((each) => each.field === key)?.total ?? ''}
        value={at < 0 ? undefined : sums.data?.measures[at]}
        exact={sums.data?.exact ?? true}
        onChange={(total) => set(totalled(chosen, key, total))}
      />
    );
  }

  function leadOf({ now, change }: NonNullable<Props['selection']>) {
    const every = order.length > 0 && order.every((id) => now.ids.includes(id));
    return {
      title: (
        <input
          type="checkbox"
          className={styles.check}
          aria-label={t('select.all', { limit: MOST_SELECTED })}
          checked={every}
          onChange={() => change(all(now, order))}
        />
      ),
      isMarked: ({ id }: RecordCard) => now.ids.includes(id),
      cell: ({ id, title, serial }: RecordCard) => (
        <input
          type="checkbox"
          className={styles.check}
          aria-label={t('select.one', { name: title || serial || t('records.untitled') })}
          checked={now.ids.includes(id)}
          onChange={({ nativeEvent }) =>
            change(pressed(now, order, id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey))
          }
        />
      ),
    };
  }
}

/** What is asked for: the total of each column of figures that has one. */
export function measuresOf(chosen: ViewColumn[], figures: Field[]): Measure[] {
  return chosen.flatMap(({ field, total }) =>
    total !== '' && figures.some(({ id }) => id === field) ? [{ field, function: total }] : [],
  );
}

function widthOf(key: string, chosen: ViewColumn[]): { width?: string } {
  const width = chosen.find(({ field }) => field === key)?.width ?? 0;
  return width > 0 ? { width: `${width}px` } : {};
}
