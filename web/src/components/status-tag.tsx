/** A state in one or two words. The dot says it by colour, the word says it to everybody. */
import styles from './status-tag.module.css';

export type Tone = 'neutral' | 'progress' | 'success' | 'warning' | 'danger';

export function StatusTag({ tone = 'neutral', children }: { tone?: Tone; children: string }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {children}
    </span>
  );
}
