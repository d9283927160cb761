/** What checking says about the thing above. */
import { CircleAlert } from 'lucide-react';

import styles from './fault-lines.module.css';
import type { Fault } from './types';

export function FaultLines({ faults, id }: { faults: Fault[]; id?: string }) {
  if (faults.length === 0) return null;
  return (
    <ul {...(id === undefined ? {} : { id })} className={styles.faults}>
      {faults.map(({ at, message, warns }) => (
        <li key={`${at} ${message}`} className={styles.fault} data-warns={warns}>
          <CircleAlert size={14} aria-hidden="true" />
          {message}
        </li>
      ))}
    </ul>
  );
}
