/** One of a few, each with a sentence that says what it means. */
import { useId } from 'react';

import styles from './choice-setting.module.css';

interface Props<T extends string> {
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  /** undefined: nothing is chosen yet. */
  value: T | undefined;
  options: { value: T; label: string; about: string }[];
  onChange: (value: T) => void;
}

export function ChoiceSetting<T extends string>({ label, hint, error, value, options, onChange }: Props<T>) {
  const id = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{label}</legend>
      {hint && <p className={styles.hint}>{hint}</p>}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {options.map((option) => (
        <label key={option.value} className={styles.option}>
          <input
            type="radio"
            name={id}
            className={styles.radio}
            checked={option.value === value}
            aria-describedby={`${id}-${option.value}`}
            onChange={() => onChange(option.value)}
          />
          <span className={styles.name}>{option.label}</span>
          <span id={`${id}-${option.value}`} className={styles.about}>
            {option.about}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
