/** Ids of members or departments by name, each as it comes to be known. */
import type { ReactNode } from 'react';

import styles from './value-text.module.css';

interface Props {
  value: unknown;
  name: (props: { id: string }) => ReactNode;
}

export function NamedIds({ value, name: Name }: Props) {
  const ids = (Array.isArray(value) ? (value as unknown[]) : [value]).map(String);
  return (
    <span className={styles.names}>
      {ids.map((id) => (
        <Name key={id} id={id} />
      ))}
    </span>
  );
}
