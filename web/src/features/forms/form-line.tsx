/** One form in a list of forms: its name leads somewhere, and beside it there may be another way. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';

import { labelText } from '@/entities/field/label';
import { useLabelLanguage } from '@/entities/field/label';
import type { FormEntry } from '@/entities/form/api';
import { FormIcon } from '@/entities/form/form-icon';

import styles from './form-line.module.css';

export function FormLines({ children }: { children: ReactNode }) {
  return <ul className={styles.forms}>{children}</ul>;
}

interface Props {
  form: FormEntry;
  to: string;
  /** A word about it: that there is a draft. */
  tag: string;
  other?: { to: string; label: string; about: string };
}

export function FormLine({ form, to, tag, other }: Props) {
  const language = useLabelLanguage();
  return (
    <li className={styles.form}>
      <FormIcon icon={form.icon} color={form.color} />
      <div className={styles.text}>
        <Link to={to} className={styles.name}>
          {labelText(form.name, language)}
        </Link>
        <p className={styles.description}>{labelText(form.description, language)}</p>
      </div>
      {tag !== '' && <span className={styles.tag}>{tag}</span>}
      {other && (
        <Link to={other.to} className={styles.other} aria-label={other.about}>
          {other.label}
        </Link>
      )}
    </li>
  );
}
