/** Things below each other at an even distance. */
import type { ReactNode } from 'react';

import styles from './stack.module.css';

export function Stack({ gap = 4, children }: { gap?: 2 | 4 | 6; children: ReactNode }) {
  return (
    <div className={styles.stack} data-gap={gap}>
      {children}
    </div>
  );
}
