/** What kind of step it is, as a picture; its word stands beside it. */
import { isEnd, type Step, type StepType } from '../model/types';
import { moduleOf, nodeModule } from '../nodes/registry';

import styles from './step-icon.module.css';

export function StepIcon({ type }: { type: StepType }) {
  const { icon: Icon } = nodeModule(type);
  return (
    <span className={styles.icon} data-type={type} aria-hidden="true">
      <Icon size={16} strokeWidth={1.9} />
    </span>
  );
}

/** Of a step as it is set up. */
export function IconOfStep({ step }: { step: Step }) {
  const { icon, other } = moduleOf(step);
  const Icon = other?.when(step) ? other.icon : icon;
  return (
    <span
      className={styles.icon}
      data-type={step.type}
      data-outcome={isEnd(step) ? step.outcome : undefined}
      aria-hidden="true"
    >
      <Icon size={16} strokeWidth={1.9} />
    </span>
  );
}
