/** Parts of one thing, one of them in sight. The panels are the page's: `controls` names the element. */
import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';

import styles from './tabs.module.css';

interface Props<T extends string> {
  label: string;
  /** `mark` stands behind the label. */
  tabs: { value: T; label: string; mark?: ReactNode }[];
  value: T;
  onChange: (value: T) => void;
  /** Where what they show stands. */
  controls?: (value: T) => string;
  className?: string | undefined;
  /** A tab's own id begins with it, so that its panel can be named after it: `<id>-<value>`. */
  id?: string;
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };
const ENDS: Record<string, number> = { Home: 0, End: -1 };

export function Tabs<T extends string>(props: Props<T>) {
  const { label, tabs, value, onChange, controls, className = '' } = props;
  const own = useId();
  const id = props.id ?? own;
  const list = useRef<HTMLDivElement>(null);
  const chosen = Math.max(
    tabs.findIndex((tab) => tab.value === value),
    0,
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    const end = ENDS[event.key];
    if (step === undefined && end === undefined) return;
    const next = ((end ?? chosen + (step ?? 0)) + tabs.length) % tabs.length;
    const tab = tabs[next];
    if (!tab) return;
    event.preventDefault();
    onChange(tab.value);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[next]?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={label} className={`${styles.tabs} ${className}`}>
      {tabs.map((tab, index) => (
        <button
          key={tab.value}
          id={`${id}-${tab.value}`}
          type="button"
          role="tab"
          className={styles.tab}
          aria-selected={index === chosen}
          aria-controls={controls?.(tab.value)}
          tabIndex={index === chosen ? 0 : -1}
          onClick={() => onChange(tab.value)}
          onKeyDown={onKeyDown}
        >
          {tab.label}
          {tab.mark}
        </button>
      ))}
    </div>
  );
}
