/** A person as a small round sign: the last characters of a Chinese name, the initials of another. */
import styles from './avatar.module.css';

const HUES = 6;

export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  const hue = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % HUES;
  return (
    <span
      className={styles.avatar}
      data-hue={hue}
      style={{ width: size, height: size, fontSize: Math.round(size * 0.36) }}
      aria-hidden="true"
    >
      {initials(name)}
    </span>
  );
}

export function initials(name: string): string {
  const trimmed = name.trim();
  const han = /\p{Script=Han}+/u.exec(trimmed)?.[0];
  if (han) return Array.from(han).slice(-2).join('');
  const words = trimmed.split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toUpperCase();
}
