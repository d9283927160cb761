/**
 * A table that becomes a list of cards on a phone: the first column is the card's title, the others follow with their
 * names. A row that leads somewhere is a link in its first column, so that it can be opened in a new tab; one that is to be
 * chosen is a button there.
 *
 * `compact` keeps every row on one line and the head in sight, for long lists; what does not fit is shown on hover.
 */
import { ArrowDown, ArrowUp, Check } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { Link } from 'react-router';

import styles from './data-table.module.css';

export interface Column<T> {
  key: string;
  title: string;
  cell: (row: T) => ReactNode;
  /** Figures stand at the right edge. */
  align?: 'start' | 'end';
  /** Any CSS width; without it the column takes what its content needs. */
  width?: string;
  /** Left out on phones: what the card does not need. */
  wideOnly?: boolean;
  /** What a press on the heading does, in words; or why nothing can be sorted by this. */
  sort?:
    { hint: string; direction?: 'ascending' | 'descending'; onPress: () => void } | { impossible: string };
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Where the row leads. */
  to?: (row: T) => string;
  /** What a press on the row does; pressed rows are marked. */
  press?: { onPress: (row: T) => void; isPressed: (row: T) => boolean };
  /** The rows belong to the filter before; the new ones are on their way. */
  stale?: boolean;
  compact?: boolean;
}

export function DataTable<T>({
  label,
  columns,
  rows,
  rowKey,
  to,
  press,
  stale = false,
  compact = false,
}: Props<T>) {
  return (
    <table
      className={styles.table}
      aria-label={label}
      aria-busy={stale}
      data-stale={stale}
      data-compact={compact}
    >
      <thead>
        <tr>
          {columns.map((column) => (
            <Heading key={column.key} column={column} />
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={rowKey(row)}
            data-link={to !== undefined || press !== undefined}
            {...(compact ? { onPointerMove: tellWhole } : {})}
          >
            {columns.map(({ key, title, align, cell, wideOnly }, index) => (
              <td key={key} data-align={align} data-title={title} data-wide-only={wideOnly}>
                {index === 0 && to ? (
                  <Link to={to(row)} className={styles.link}>
                    {cell(row)}
                  </Link>
                ) : index === 0 && press ? (
                  <button
                    type="button"
                    data-row
                    className={styles.press}
                    aria-pressed={press.isPressed(row)}
                    onClick={() => press.onPress(row)}
                  >
                    {cell(row)}
                    {press.isPressed(row) && <Check size={15} aria-hidden="true" />}
                  </button>
                ) : (
                  cell(row)
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Heading<T>({ column: { title, align, width, sort } }: { column: Column<T> }) {
  const direction = sort && 'direction' in sort ? sort.direction : undefined;
  return (
    <th
      scope="col"
      data-align={align}
      style={{ width }}
      aria-sort={direction}
      title={sort && 'impossible' in sort ? sort.impossible : undefined}
    >
      {sort && 'onPress' in sort ? (
        <button type="button" className={styles.sort} title={sort.hint} onClick={sort.onPress}>
          {title}
          <span className={styles.arrow} data-shown={direction !== undefined} aria-hidden="true">
            {direction === 'descending' ? <ArrowDown size={13} /> : <ArrowUp size={13} />}
          </span>
        </button>
      ) : (
        title
      )}
    </th>
  );
}

/**
 * What the cell under the pointer would say in full: the exact value that it knows, or its text if the line is cut. The
 * row tells it, because its link lies over all of its cells.
 */
function tellWhole({ currentTarget: row, clientX }: PointerEvent<HTMLTableRowElement>) {
  const cell = [...row.cells].find((each) => {
    const { left, right } = each.getBoundingClientRect();
    return clientX >= left && clientX < right;
  });
  const exact = cell?.querySelector<HTMLElement>('[title]')?.title;
  row.title = exact ?? (cell && isCut(cell) ? cell.innerText : '');
}

function isCut(cell: HTMLElement): boolean {
  const parts = [cell, ...cell.querySelectorAll<HTMLElement>('*')];
  return parts.some((part) => part.clientWidth > 0 && part.scrollWidth > part.clientWidth);
}
