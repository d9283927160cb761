/** A text that leads somewhere: a link on the page of its record, the text alone in lists, whose rows are links. */
import type { TextProps } from './field-type';
import styles from './value-text.module.css';

/** `hrefOf`: where it leads; undefined for a text that must lead nowhere. */
export function linkText(hrefOf: (value: string) => string | undefined, outside = false) {
  return function LinkText({ value, recordId }: TextProps) {
    const text = String(value);
    const href = recordId === undefined ? undefined : hrefOf(text);
    if (href === undefined) return text;
    return (
      <a
        className={styles.link}
        href={href}
        {...(outside ? { target: '_blank', rel: 'noopener noreferrer nofollow' } : {})}
      >
        {text}
      </a>
    );
  };
}
