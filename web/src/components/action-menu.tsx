/** What is rarely done here, behind three dots. */
import { Ellipsis } from 'lucide-react';
import type { ReactNode } from 'react';

import styles from './action-menu.module.css';
import { Popover } from './popover';

export function ActionMenu({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Popover
      place="menu"
      className={styles.button ?? ''}
      button={
        <>
          <Ellipsis size={16} aria-hidden="true" />
          <span className="visually-hidden">{label}</span>
        </>
      }
    >
      {() => <div className={styles.items}>{children}</div>}
    </Popover>
  );
}
