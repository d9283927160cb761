/** Nothing here, why, and what to do about it. */
import { Inbox, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './states.module.css';

interface Props {
  title: string;
  hint?: ReactNode;
  icon?: LucideIcon;
  action?: ReactNode;
  /** It is all that the page has, so its title is the page's. */
  page?: boolean;
}

export function EmptyState({ title, hint, icon: Icon = Inbox, action, page = false }: Props) {
  const Title = page ? 'h1' : 'p';
  return (
    <div className={styles.state}>
      <span className={styles.icon}>
        <Icon size={22} strokeWidth={1.6} aria-hidden="true" />
      </span>
      <Title className={styles.title}>{title}</Title>
      {hint && <p className={styles.hint}>{hint}</p>}
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
