/** Inputs that a rule keeps from being changed: in sight, but not to be used. */
import { ConfigProvider } from 'antd';
import { createContext, useContext, type ReactNode } from 'react';

import styles from './locked.module.css';

const NONE: readonly string[] = [];

/** Paths: `note`, `lines.price`. */
export const LockedContext = createContext(NONE);

export function Lockable({ path, children }: { path: string; children: ReactNode }) {
  const locked = useContext(LockedContext);
  if (!locked.includes(path) && !locked.includes(path.split('.')[0] ?? '')) return children;
  return (
    <fieldset disabled className={styles.locked}>
      <ConfigProvider componentDisabled>{children}</ConfigProvider>
    </fieldset>
  );
}
