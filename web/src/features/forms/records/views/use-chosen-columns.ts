/** The columns that a list shows now, and those that it could show. */
import { useMemo } from 'react';

import type { Column } from '@/components/data-table';

import type { RecordCard } from '../api';
import { useRecordColumns } from '../record-columns';

import { chosenColumns } from './columns';
import { readColumns, type ViewColumn } from './layout';
import type { ListState } from './use-list-state';

export const TITLE = '@title';

interface Chosen {
  known: Column<RecordCard>[];
  chosen: ViewColumn[];
  columns: Column<RecordCard>[];
}

export function useChosenColumns(state: ListState, staged: boolean): Chosen {
  const { all, usual } = useRecordColumns(state.definition, staged, {
    sort: state.asked.sort,
    onSort: (next) => state.set('sort', next),
  });
  const wanted = useMemo(() => readColumns(state.layout.columns), [state.layout.columns]);
  const chosen = chosenColumns(
    wanted,
    usual,
    all.map(({ key }) => key),
    TITLE,
  );
  const columns = chosen.flatMap(({ field }) => all.find(({ key }) => key === field) ?? []);
  return { known: all, chosen, columns };
}
