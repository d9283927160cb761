/** Choosing the picture or the colour by which people know a form, or an app, again. */
import { useId, type ReactNode } from 'react';

import styles from './look-choice.module.css';

interface Props<T extends string> {
  label: string;
  names: readonly T[];
  chosen: T;
  nameOf: (name: T) => string;
  onChoose: (name: T) => void;
  children: (name: T) => ReactNode;
}

/** Radio buttons that show what they stand for; their names are read out, and shown under the pointer. */
export function LookChoice<T extends string>({ label, names, chosen, nameOf, onChoose, children }: Props<T>) {
  const group = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.options}>
        {names.map((name) => (
          <label key={name} className={styles.option} title={nameOf(name)}>
            <input
              type="radio"
              name={group}
              className="visually-hidden"
              aria-label={nameOf(name)}
              checked={name === chosen}
              onChange={() => onChoose(name)}
            />
            {children(name)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
