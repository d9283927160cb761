/**
 * The frame of every list: filters above, then the rows, or the word for none, loading and failure; at the end the way
 * to more. The page keeps its filters in the address (lib/routing/url-state.ts).
 */
import type { ReactNode } from 'react';

import type { List } from '@/lib/api/use-list';

import { ErrorState } from './error-state';
import styles from './list-frame.module.css';
import { More } from './more';
import { Skeleton } from './skeleton';

interface Props<T> {
  list: List<T>;
  filters?: ReactNode;
  empty: ReactNode;
  children: (items: T[]) => ReactNode;
}

export function ListFrame<T>({ list, filters, empty, children }: Props<T>) {
  return (
    <section className={styles.frame}>
      {filters && <div className={styles.filters}>{filters}</div>}
      {content()}
      <More list={list} className={styles.more} />
    </section>
  );

  function content(): ReactNode {
    if (list.error) return <ErrorState error={list.error} again={list.again} />;
    if (list.loading) return <Skeleton rows={6} />;
    return list.items.length === 0 ? empty : children(list.items);
  }
}
