/** A text that is not understood, where the input says what to choose: not a hint, but what somebody put there. */
import styles from './inputs.module.css';

export function RawText({ text, otherwise }: { text: string | undefined; otherwise: string }) {
  return text === undefined ? otherwise : <span className={styles.raw}>{text}</span>;
}
