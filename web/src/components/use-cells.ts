/** The arrow keys move from cell to cell of a table; Enter, or a double click, opens the one that has the focus. */
import { useState, type FocusEvent, type KeyboardEvent, type MouseEvent } from 'react';

export interface Cells<T> {
  isOpenable: (row: T, column: string) => boolean;
  onOpen: (row: T, column: string, cell: HTMLTableCellElement) => void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** `start` is the column where the Tab key comes into the table. */
export function useCells<T>(
  cells: Cells<T> | undefined,
  rows: T[],
  rowKey: (row: T) => string,
  start: string | undefined,
) {
  // One cell at a time is in the order of the Tab key.
  const [reached, setReached] = useState('');
  const first = rows[0];
  const nameOf = (row: T, column: string) => `${rowKey(row)}/${column}`;
  const isThere = rows.some((row) => reached.startsWith(`${rowKey(row)}/`));
  if (!cells) return { body: {}, cell: () => ({}) };

  const openAt = (cell: HTMLTableCellElement) => {
    const name = cell.dataset.cell ?? '';
    const row = rows.find((each) => name.startsWith(`${rowKey(each)}/`));
    const column = name.slice(name.indexOf('/') + 1);
    if (row !== undefined && cells.isOpenable(row, column)) cells.onOpen(row, column, cell);
  };
  const body = {
    onFocus: ({ target }: FocusEvent) => {
      const name = cellOf(target)?.dataset.cell;
      if (name !== undefined) setReached(name);
    },
    onKeyDown: (event: KeyboardEvent) => {
      const cell = cellOf(event.target);
      if (!cell || event.target !== cell || event.altKey || event.ctrlKey || event.metaKey) return;
      const step = STEPS[event.key];
      if (event.key === 'Enter' || event.key === 'F2') openAt(cell);
      else if (step) neighbour(cell, ...step)?.focus();
      else return;
      event.preventDefault();
    },
    onDoubleClick: ({ target }: MouseEvent) => {
      const cell = cellOf(target);
      if (cell) openAt(cell);
    },
  };
  const cell = (row: T, column: string) => {
    const name = nameOf(row, column);
    const isNext = isThere ? name === reached : row === first && column === start;
    return { 'data-cell': name, tabIndex: isNext ? 0 : -1, 'data-openable': cells.isOpenable(row, column) };
  };
  return { body, cell };
}

const cellOf = (target: EventTarget): HTMLTableCellElement | null =>
  target instanceof Element ? target.closest<HTMLTableCellElement>('td[data-cell]') : null;

function neighbour(
  cell: HTMLTableCellElement,
  down: number,
  right: number,
): HTMLTableCellElement | undefined {
  const row = cell.parentElement as HTMLTableRowElement;
  const body = row.parentElement as HTMLTableSectionElement;
  const rows = [...body.rows].filter((each) => each.querySelector('td[data-cell]'));
  const next = rows[rows.indexOf(row) + down];
  const found = next?.cells[cell.cellIndex + right];
  return found?.dataset.cell === undefined ? undefined : found;
}
