/** The frame of every page inside the shell: where am I, what can I do here, and the content. */
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import styles from './page.module.css';
import { useTitle } from './title';

interface Props {
  title: string;
  /** One sentence, where the title alone does not say what the page is for. */
  hint?: ReactNode;
  /** Beside the title: a state, a count. */
  aside?: ReactNode;
  /** What can be done here; the last one is the main one. */
  actions?: ReactNode;
  /** The page above this one. */
  back?: { to: string; label: string };
  /** Text and forms read best narrow; lists and boards take what there is. */
  width?: 'narrow' | 'wide';
  children: ReactNode;
}

export function Page({ title, hint, aside, actions, back, width = 'wide', children }: Props) {
  useTitle(title);
  return (
    <div className={`${styles.page} ${width === 'narrow' ? styles.narrow : ''}`}>
      <header className={styles.header}>
        {back && (
          <Link to={back.to} className={styles.back}>
            <ArrowLeft size={14} aria-hidden="true" />
            {back.label}
          </Link>
        )}
        <div className={styles.bar}>
          <div className={styles.heading}>
            <h1 className={styles.title} tabIndex={-1}>
              {title}
            </h1>
            {aside}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {hint && <p className={styles.hint}>{hint}</p>}
      </header>
      {children}
    </div>
  );
}
