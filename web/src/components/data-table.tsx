/**
 * A table that becomes a list of cards on a phone: the first column is the card's title, the others follow with their
 * names. A row that leads somewhere is a link in its first column, so that it can be opened in a new tab.
 */
import type { ReactNode } from 'react';
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
}

interface Props<T> {
  label: string;
  columns: Column<T>[];
  rows: T[];
  rowKey: (row: T) => string;
  /** Where the row leads. */
  to?: (row: T) => string;
  /** The rows belong to the filter before; the new ones are on their way. */
  stale?: boolean;
}

export function DataTable<T>({ label, columns, rows, rowKey, to, stale = false }: Props<T>) {
  return (
    <table className={styles.table} aria-label={label} aria-busy={stale} data-stale={stale}>
      <thead>
        <tr>
          {columns.map(({ key, title, align, width }) => (
            <th key={key} scope="col" data-align={align} style={{ width }}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} data-link={to !== undefined}>
            {columns.map(({ key, title, align, cell, wideOnly }, index) => (
              <td key={key} data-align={align} data-title={title} data-wide-only={wideOnly}>
                {index === 0 && to ? (
                  <Link to={to(row)} className={styles.link}>
                    {cell(row)}
                  </Link>
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
