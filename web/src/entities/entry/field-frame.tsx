/** A label, its input, and below it what the form says about it or what is wrong with it. */
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

import styles from './field-frame.module.css';

interface Props {
  /** The input's id; without one the content is a group of its own and the label only names it. */
  inputId: string;
  label: string;
  optional?: boolean;
  help?: string;
  /** What is to be said of what stands in it; it takes the place of the help. */
  about?: ReactNode;
  group?: boolean;
  children: ReactNode;
}

export const aboutId = (inputId: string) => `${inputId}-about`;

export function FieldFrame({
  inputId,
  label,
  optional = false,
  help = '',
  about,
  group = false,
  children,
}: Props) {
  const { t } = useTranslation('entry');
  const name = (
    <>
      {label}
      {optional && <span className={styles.optional}>{t('optional')}</span>}
    </>
  );
  return (
    <div
      className={styles.field}
      {...(group ? { role: 'group', 'aria-labelledby': `${inputId}-label` } : {})}
    >
      {group ? (
        <span id={`${inputId}-label`} className={styles.label}>
          {name}
        </span>
      ) : (
        <label htmlFor={inputId} className={styles.label}>
          {name}
        </label>
      )}
      {children}
      {about ??
        (help !== '' && (
          <p id={aboutId(inputId)} className={styles.about}>
            {help}
          </p>
        ))}
    </div>
  );
}
