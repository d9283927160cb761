/** One setting of a field: its label, the input, and below it what is wrong or worth knowing. */
import { Input, InputNumber, Switch } from 'antd';
import { useId, useState, type ReactNode } from 'react';

import { fromPercent, toPercent } from '@/lib/format/percent';

import styles from './setting.module.css';

export interface InputProps {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: boolean;
  status?: 'error';
}

interface Props {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (input: InputProps) => ReactNode;
}

export function Setting({ label, hint, error, children }: Props) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={styles.setting}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        ...(below ? { 'aria-describedby': `${id}-below` } : {}),
        ...(error ? { 'aria-invalid': true, status: 'error' } : {}),
      })}
      {below && (
        <p id={`${id}-below`} className={error ? styles.error : styles.hint}>
          {below}
        </p>
      )}
    </div>
  );
}

interface ToggleProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Toggle({ label, hint, error, checked, disabled = false, onChange }: ToggleProps) {
  const id = useId();
  const below = error ?? hint;
  return (
    <div className={styles.toggle}>
      <label htmlFor={id} className={styles.toggleLabel}>
        {label}
      </label>
      <Switch
        id={id}
        size="small"
        checked={checked}
        disabled={disabled}
        onChange={onChange}
        {...(below ? { 'aria-describedby': `${id}-below` } : {})}
      />
      {below && (
        <p id={`${id}-below`} className={error ? styles.error : styles.hint}>
          {below}
        </p>
      )}
    </div>
  );
}

interface WholeProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: number | undefined;
  least?: number;
  most: number;
  placeholder?: string;
  onChange: (value: number | undefined) => void;
}

/** A whole number, or nothing. */
export function WholeSetting({ value, least = 0, most, placeholder, onChange, ...setting }: WholeProps) {
  return (
    <Setting {...setting}>
      {(input) => (
        <InputNumber
          {...input}
          className={styles.number ?? ''}
          value={value ?? null}
          min={least}
          max={most}
          precision={0}
          controls={false}
          placeholder={placeholder ?? ''}
          onChange={(next) => onChange(next ?? undefined)}
        />
      )}
    </Setting>
  );
}

interface DecimalProps {
  label: string;
  error?: string | undefined;
  /** As stored: of a percentage the fraction. */
  value: string;
  percent?: boolean;
  onChange: (value: string) => void;
}

/** A decimal stays text from here to the store, so that no digit is lost; "12.0" on the way to "12.05" stays as typed. */
export function DecimalSetting({ value, percent = false, onChange, ...setting }: DecimalProps) {
  const [typed, type] = useState('');
  const stored = (text: string) => (percent ? fromPercent(text) : text);
  const shown = percent ? toPercent(value) : value;
  return (
    <Setting {...setting}>
      {(input) => (
        <Input
          {...input}
          inputMode="decimal"
          autoComplete="off"
          value={stored(typed) === value ? typed : shown}
          suffix={percent ? '%' : null}
          onChange={({ target }) => {
            const text = target.value.trim();
            type(text);
            onChange(stored(text));
          }}
        />
      )}
    </Setting>
  );
}

/** Two that belong together: least and most. */
export function Pair({ children }: { children: ReactNode }) {
  return <div className={styles.pair}>{children}</div>;
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}
