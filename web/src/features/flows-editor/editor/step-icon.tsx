/** What kind of step it is, as a picture; its word stands beside it. */
import { Ban, CircleCheck, MailOpen, Split, Stamp } from 'lucide-react';

import type { End, StepType } from '../model/types';

import styles from './step-icon.module.css';

interface Props {
  type: StepType;
  outcome?: End['outcome'] | undefined;
}

const ICONS = { approve: Stamp, cc: MailOpen, branch: Split, end: CircleCheck };

export function StepIcon({ type, outcome }: Props) {
  const Icon = outcome === 'rejected' ? Ban : ICONS[type];
  return (
    <span className={styles.icon} data-type={type} data-outcome={outcome} aria-hidden="true">
      <Icon size={16} strokeWidth={1.9} />
    </span>
  );
}
