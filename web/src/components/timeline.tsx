/** What happened, in order, and what is still to come. */
import { Check, Circle, CircleDot, Dot, MessageSquare, Undo2, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './timeline.module.css';

export type Mark = 'start' | 'approved' | 'rejected' | 'returned' | 'note' | 'step' | 'now' | 'ahead';

const ICONS: Record<Mark, LucideIcon> = {
  start: CircleDot,
  approved: Check,
  rejected: X,
  returned: Undo2,
  note: MessageSquare,
  step: Dot,
  now: CircleDot,
  ahead: Circle,
};

const SIZES: Partial<Record<Mark, number>> = { ahead: 8, step: 20 };

export interface TimelineItem {
  key: string;
  mark: Mark;
  title: ReactNode;
  /** Who, or the moment; right of the title where there is room. */
  aside?: ReactNode;
  children?: ReactNode;
}

export function Timeline({ items, label }: { items: TimelineItem[]; label: string }) {
  return (
    <ol className={styles.timeline} aria-label={label}>
      {items.map(({ key, mark, title, aside, children }) => {
        const Icon = ICONS[mark];
        return (
          <li
            key={key}
            className={styles.item}
            data-mark={mark}
            aria-current={mark === 'now' ? 'step' : undefined}
          >
            <span className={styles.mark}>
              <Icon size={SIZES[mark] ?? 13} strokeWidth={2.4} aria-hidden="true" />
            </span>
            <div className={styles.content}>
              <div className={styles.head}>
                <span className={styles.title}>{title}</span>
                {aside && <span className={styles.aside}>{aside}</span>}
              </div>
              {children && <div className={styles.body}>{children}</div>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
