/** A sheet of paper on the canvas. */
import type { ReactNode } from 'react';

import styles from './card.module.css';

interface Props {
  title?: ReactNode;
  /** Beside the title: a link to all of it, a count. */
  extra?: ReactNode;
  /** Lists bring their own padding. */
  flush?: boolean;
  children: ReactNode;
}

export function Card({ title, extra, flush = false, children }: Props) {
  return (
    <section className={styles.card}>
      {title !== undefined && (
        <header className={styles.header}>
          <h2 className={styles.title}>{title}</h2>
          {extra}
        </header>
      )}
      <div className={flush ? styles.flush : styles.body}>{children}</div>
    </section>
  );
}
