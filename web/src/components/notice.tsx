/** A short result in place of a form: the mail is on its way, the link is dead. */
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './notice.module.css';

export function Notice({ icon: Icon, children }: { icon: LucideIcon; children: ReactNode }) {
  return (
    <div className={styles.notice} role="status">
      <Icon size={20} strokeWidth={1.8} aria-hidden="true" className={styles.icon} />
      <div className={styles.text}>{children}</div>
    </div>
  );
}
