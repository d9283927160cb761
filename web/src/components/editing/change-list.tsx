/** What a version changes, in sentences. */
import styles from './change-list.module.css';

export interface ChangeText {
  kind: 'added' | 'removed' | 'changed';
  text: string;
}

export function ChangeList({ changes }: { changes: ChangeText[] }) {
  return (
    <ul className={styles.changes}>
      {changes.map(({ kind, text }, index) => (
        <li key={`${text}${index}`} data-kind={kind}>
          {text}
        </li>
      ))}
    </ul>
  );
}
