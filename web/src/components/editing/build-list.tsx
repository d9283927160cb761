/** What a company builds (forms, flows), for those who build: by state and name, and the way to a new one. */
import { Button, Input } from 'antd';
import { Plus, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { DataTable, type Column } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { ListFrame } from '@/components/list-frame';
import { Page } from '@/components/page';
import { Segmented } from '@/components/segmented';
import { useClear } from '@/components/use-clear';
import type { List } from '@/lib/api/use-list';
import { useUrlState } from '@/lib/routing/url-state';

import styles from './build-list.module.css';

type Word = 'title' | 'hint' | 'create' | 'state' | 'search' | 'empty' | 'emptyHint' | 'none' | 'clear';

interface Props<T, S extends string> {
  list: List<T>;
  icon: LucideIcon;
  words: (word: Word) => string;
  /** The first one is shown unless the reader chooses another. */
  states: readonly [S, ...S[]];
  stateName: (state: S) => string;
  isIn: (item: T, state: S) => boolean;
  /** All the names that it has, one a language. */
  names: (item: T) => string[];
  columns: Column<T>[];
  to: (item: T) => string;
  onCreate: () => void;
  /** Dialogs. */
  children: ReactNode;
}

export function BuildList<T extends { id: string }, S extends string>(props: Props<T, S>) {
  const clear = useClear();
  const { list, icon, words, states, stateName, isIn, names, columns, to, onCreate, children } = props;
  const defaults = { state: states[0] as string, q: '' };
  const [filter, setFilter] = useUrlState(defaults);
  const state = states.find((each) => each === filter.state) ?? states[0];
  const wanted = filter.q.trim().toLowerCase();
  const shown = list.items.filter(
    (item) => isIn(item, state) && names(item).some((name) => name.toLowerCase().includes(wanted)),
  );

  const create = (
    <Button type="primary" icon={<Plus size={15} />} onClick={onCreate}>
      {words('create')}
    </Button>
  );
  return (
    <Page title={words('title')} hint={words('hint')} actions={create}>
      <ListFrame
        list={{ ...list, items: shown }}
        filters={
          <>
            <Segmented
              label={words('state')}
              value={state}
              options={states.map((value) => ({ value, label: stateName(value) }))}
              onChange={(chosen) => setFilter({ state: chosen })}
            />
            <Input
              className={styles.search ?? ''}
              allowClear={clear}
              aria-label={words('search')}
              placeholder={words('search')}
              value={filter.q}
              onChange={({ target }) => setFilter({ q: target.value })}
            />
          </>
        }
        empty={
          list.items.length === 0 ? (
            <EmptyState icon={icon} title={words('empty')} hint={words('emptyHint')} />
          ) : (
            <EmptyState
              title={words('none')}
              action={<Button onClick={() => setFilter(defaults)}>{words('clear')}</Button>}
            />
          )
        }
      >
        {(rows) => (
          <DataTable
            label={words('title')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            to={to}
            stale={list.stale}
          />
        )}
      </ListFrame>
      {children}
    </Page>
  );
}
