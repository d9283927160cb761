/** A small button that only shows a picture; its words are its name and its tooltip. */
import type { ReactNode } from 'react';

import styles from './tool.module.css';

interface Props {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}

export function Tool({ label, disabled = false, onClick, children }: Props) {
  return (
    <button
      type="button"
      className={styles.tool}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}
