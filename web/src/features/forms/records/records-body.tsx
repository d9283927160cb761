/** What a list of records shows below its head: a table, groups, a board or a calendar; or the word for none. */
import { Button } from 'antd';
import { SearchX } from 'lucide-react';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import type { Column } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';

import { useRecords, type RecordCard } from './api';
import { SelectionBar } from './batch/selection-bar';
import { Calendar } from './calendar/calendar';
import { Board } from './kanban/board';
import styles from './records-page.module.css';
import { GroupedTable } from './table/grouped-table';
import { RecordsTable } from './table/records-table';
import { NONE, remaining } from './table/selection';
import { SCREEN, useFilled } from './use-filled';
import { arrangeable } from './views/arrangements';
import type { ViewColumn } from './views/layout';
import { TITLE } from './views/use-chosen-columns';
import type { ListState } from './views/use-list-state';

interface Props {
  state: ListState;
  label: string;
  columns: Column<RecordCard>[];
  chosen: ViewColumn[];
  filters: ReactNode;
  /** A record of the list has a state that says something. */
  onStateful: (is: boolean) => void;
  onCreate: (() => void) | null;
}

/** As many as the server looks through for one answer. */
const SCANNED = 1_000;
/** Beside its title. */
const ON_A_CARD = 4;

export function RecordsBody(props: Props) {
  const { state, label, columns, chosen, filters } = props;
  const { kind, by } = state.shown;
  const field = arrangeable(state.definition, kind).find(({ id }) => id === by);
  if (field && kind === 'kanban') {
    const told = columns.filter(({ key }) => key !== TITLE && key !== by).slice(0, ON_A_CARD);
    return framed(<Board state={state} field={field} columns={told} />);
  }
  if (field && kind === 'calendar') return framed(<Calendar state={state} field={field} />);
  if (state.layout.group !== '') return framed(<GroupedTable {...{ state, label, columns, chosen }} />);
  return <Listed {...props} />;

  function framed(content: ReactNode) {
    return (
      <section className={styles.frame}>
        <div className={styles.filters}>{filters}</div>
        {content}
      </section>
    );
  }
}

function Listed({ state, label, columns, chosen, filters, onStateful, onCreate }: Props) {
  const { t } = useTranslation('forms');
  const list = useRecords(state.form.id, state.asked);
  const goesOn = useFilled(list);
  const [selection, setSelection] = useState(NONE);
  const now = remaining(
    selection,
    list.items.map(({ id }) => id),
  );
  const isSearching = list.more !== null && (goesOn || list.items.length < SCREEN);
  const progress = t(goesOn ? 'records.going' : 'records.searched', { count: list.pages * SCANNED });
  const stateful = list.items.some(({ state: each }) => each !== 'active');
  useEffect(() => {
    onStateful(stateful);
  }, [stateful, onStateful]);
  return (
    <>
      <ListFrame list={list} filters={filters} empty={empty()}>
        {(items) => (
          <RecordsTable
            {...{ state, label, columns, chosen }}
            rows={items}
            stale={list.stale}
            selection={{ now, change: setSelection }}
          >
            {isSearching && <p className={styles.note}>{progress}</p>}
          </RecordsTable>
        )}
      </ListFrame>
      <SelectionBar
        state={state}
        cards={list.items.filter(({ id }) => now.ids.includes(id))}
        onClear={() => setSelection(NONE)}
      />
    </>
  );

  function empty() {
    if (goesOn) return <EmptyState icon={SearchX} title={progress} />;
    if (list.more) return <EmptyState icon={SearchX} title={progress} hint={t('records.goOn')} />;
    if (state.asked.q !== '') {
      return (
        <EmptyState
          icon={SearchX}
          title={t('records.nothingFound', { text: state.asked.q })}
          action={<Button onClick={() => state.search('')}>{t('records.clearSearch')}</Button>}
        />
      );
    }
    if (state.condition !== null) {
      return (
        <EmptyState
          icon={SearchX}
          title={t('records.nothing')}
          action={<Button onClick={() => state.setCondition(null)}>{t('filter.clear')}</Button>}
        />
      );
    }
    return (
      <EmptyState
        title={t('records.none')}
        hint={t('records.noneHint')}
        action={onCreate && <Button onClick={onCreate}>{t('records.new')}</Button>}
      />
    );
  }
}
