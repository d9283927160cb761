/**
 * A table that becomes a list of cards on a phone: the first column is the card's title, the others follow with their
 * names. A row that leads somewhere is a link in its first column, so that it can be opened in a new tab; one that is to be
 * chosen is a button there.
 *
 * `compact` keeps every row on one line and the head in sight, for long lists; what does not fit is shown on hover. With
 * `cells` each cell can be reached by the arrow keys and opened, and only its link leads to the row's page.
 */
import { Check } from 'lucide-react';
import type { CSSProperties, PointerEvent, ReactNode, RefObject } from 'react';
import { Link } from 'react-router';

import { Heading, type Resize, type Sort } from './data-table-heading';
import styles from './data-table.module.css';
import { useCells, type Cells } from './use-cells';
import { useWindow } from './use-window';

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
  sort?: Sort;
  resize?: Resize;
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
  /** The first column stays in sight. */
  frozen?: boolean;
  /** Before the first column, where there is room: what selects a row. */
  lead?: { title: ReactNode; cell: (row: T) => ReactNode; isMarked: (row: T) => boolean };
  /** What stands below a column. */
  foot?: (column: string) => ReactNode;
  cells?: Cells<T>;
  /** What the rows scroll in: of very many only those in sight are drawn. */
  scroller?: RefObject<HTMLElement | null>;
}

export function DataTable<T>(props: Props<T>) {
  const { label, columns, rows, rowKey, to, press, stale = false, compact = false } = props;
  const { frozen = false, lead, foot, cells, scroller } = props;
  const shown = useWindow(rows.length, scroller);
  const reach = useCells(cells, rows, rowKey, columns[1]?.key);
  const width = columns.length + (lead ? 1 : 0);
  return (
    <table
      className={styles.table}
      aria-label={label}
      aria-busy={stale}
      aria-rowcount={shown.partly ? rows.length + 1 : undefined}
      data-stale={stale}
      data-compact={compact}
      data-frozen={frozen}
      data-cells={cells !== undefined}
    >
      <thead>
        <tr>
          {lead && (
            <th scope="col" data-lead="true">
              {lead.title}
            </th>
          )}
          {columns.map(({ key, title, align, width: wide, sort, resize }, index) => (
            <Heading key={key} {...{ title, align, width: wide, sort, resize, main: index === 0 }} />
          ))}
        </tr>
      </thead>
      <tbody {...reach.body}>
        <Room height={shown.above} width={width} />
        {rows.slice(shown.from, shown.to).map((row, at) => (
          <tr
            key={rowKey(row)}
            aria-rowindex={shown.partly ? shown.from + at + 2 : undefined}
            data-link={to !== undefined || press !== undefined}
            data-marked={lead?.isMarked(row)}
            {...(compact ? { onPointerMove: tellWhole } : {})}
          >
            {lead && <td data-lead="true">{lead.cell(row)}</td>}
            {columns.map((column, index) => (
              <td
                key={column.key}
                data-main={index === 0}
                data-align={column.align}
                data-title={column.title}
                data-wide-only={column.wideOnly}
                style={sized(column.width)}
                {...reach.cell(row, column.key)}
              >
                {index === 0 && to ? (
                  <Link to={to(row)} className={styles.link}>
                    {column.cell(row)}
                  </Link>
                ) : index === 0 && press ? (
                  <button
                    type="button"
                    data-row
                    className={styles.press}
                    aria-pressed={press.isPressed(row)}
                    onClick={() => press.onPress(row)}
                  >
                    {column.cell(row)}
                    {press.isPressed(row) && <Check size={15} aria-hidden="true" />}
                  </button>
                ) : (
                  column.cell(row)
                )}
              </td>
            ))}
          </tr>
        ))}
        <Room height={shown.below} width={width} />
      </tbody>
      {foot && (
        <tfoot>
          <tr>
            {lead && <td data-lead="true" />}
            {columns.map(({ key, align, title, wideOnly }, index) => (
              <td
                key={key}
                data-main={index === 0}
                data-align={align}
                data-title={title}
                data-wide-only={wideOnly}
              >
                {foot(key)}
              </td>
            ))}
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function sized(width: string | undefined): CSSProperties | undefined {
  return width === undefined ? undefined : { width, minWidth: width, maxWidth: width };
}

/** In place of rows that are not drawn. */
function Room({ height, width }: { height: number; width: number }) {
  if (height === 0) return null;
  return (
    <tr aria-hidden="true">
      <td colSpan={width} style={{ height, padding: 0, border: 0 }} />
    </tr>
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
