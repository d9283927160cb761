/** Stands for a part of Ant Design that does nothing here (vite.config.ts). */
import type { ReactNode } from 'react';

// The module that it stands for has its thing by default.
// eslint-disable-next-line import-x/no-default-export
export default function ChildrenOnly({ children }: { children: ReactNode }): ReactNode {
  return children;
}
