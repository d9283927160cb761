/** What is being set up, what that is for, and what can be done with it as a whole. */
import type { ReactNode } from 'react';

import { FaultLines } from '@/entities/condition/fault-lines';

import { SpotTools } from '../editor/spot-tools';
import type { Finding } from '../model/faults';
import type { Spot } from '../model/tree';

import styles from './head.module.css';

interface Props {
  icon?: ReactNode;
  title: string;
  about: string;
  /** With it come the tools. */
  spot?: Spot;
  name?: string;
  /** What is not about one of the settings below. */
  findings?: Finding[];
  onDone?: (() => void) | undefined;
}

export function Head({ icon, title, about, spot, name = '', findings = [], onDone }: Props) {
  return (
    <header className={styles.head}>
      <div className={styles.bar}>
        {icon}
        <h2 className={styles.title}>{title}</h2>
        {spot && (
          <div className={styles.tools}>
            <SpotTools spot={spot} name={name} {...(onDone ? { onDone } : {})} />
          </div>
        )}
      </div>
      <p className={styles.about}>{about}</p>
      <FaultLines faults={findings} />
    </header>
  );
}
