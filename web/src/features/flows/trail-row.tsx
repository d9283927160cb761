/** One person, one row: who, what they did and when; beneath, in grey, at which step and how long it took. */
import { Check, CircleDot, Dot, MessageSquare, Undo2, X, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import { Avatar } from '@/components/avatar';

import styles from './trail-row.module.css';

export type Mark = 'start' | 'approved' | 'rejected' | 'returned' | 'note' | 'step' | 'now' | 'ahead';

/** `start`, `now` and `ahead` say it by the row itself. */
const BADGES: Partial<Record<Mark, LucideIcon>> = {
  approved: Check,
  rejected: X,
  returned: Undo2,
  note: MessageSquare,
};

export interface TrailItem {
  key: string;
  mark: Mark;
  /** Whose row it is; what the flow does by itself has none. */
  person?: string;
  title: ReactNode;
  at?: ReactNode;
  /** In grey beneath. */
  about?: ReactNode;
  opinion?: string | undefined;
}

export function TrailRow({ item: { mark, person, title, at, about, opinion } }: { item: TrailItem }) {
  const Badge = BADGES[mark];
  const Icon = mark === 'now' || mark === 'start' ? CircleDot : Dot;
  return (
    <li className={styles.row} data-mark={mark} aria-current={mark === 'now' ? 'step' : undefined}>
      <span className={styles.sign}>
        {person ? (
          <Avatar name={person} size={24} />
        ) : (
          <span className={styles.dot}>
            {Badge ? (
              <Badge size={13} strokeWidth={2.4} aria-hidden="true" />
            ) : (
              <Icon size={16} aria-hidden="true" />
            )}
          </span>
        )}
        {person && Badge && (
          <span className={styles.badge}>
            <Badge size={9} strokeWidth={3} aria-hidden="true" />
          </span>
        )}
      </span>
      <div className={styles.content}>
        <div className={styles.head}>
          <span className={styles.title}>{title}</span>
          {at && <span className={styles.at}>{at}</span>}
        </div>
        {about && <p className={styles.about}>{about}</p>}
        {opinion && <p className={styles.opinion}>{opinion}</p>}
      </div>
    </li>
  );
}
