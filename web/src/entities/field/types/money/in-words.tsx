/** An amount of yuan in Chinese capitals (大写金额). */
import { inCapitals } from '@/lib/format/capitals';

import styles from './in-words.module.css';

export function InWords({ amount }: { amount: string }) {
  const words = inCapitals(amount);
  return words === '' ? null : (
    <span className={styles.words} lang="zh-CN">
      {words}
    </span>
  );
}
