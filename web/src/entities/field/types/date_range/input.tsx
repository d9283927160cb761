/** The first and the last day. */
import { useTranslation } from 'react-i18next';

import { isUnparsed, type Cell, type Complaint } from '../../cell';
import { checkDay } from '../../checks';
import type { Field } from '../../definition';
import { DateInput } from '../../inputs/date-input';
import type { InputProps } from '../../inputs/input-props';

import { endsOf } from './cell';
import styles from './input.module.css';

export function Input(props: InputProps) {
  const { t } = useTranslation('entry');
  const { field, id, value, label, onChange } = props;
  const { from, to } = endsOf(isUnparsed(value) ? '' : (value as string | undefined));
  const day: Field = { ...field, type: 'date' };
  const named = (name: string) => (label === undefined ? name : `${label} ${name}`);
  const set = (next: { from?: Cell; to?: Cell }) => {
    const ends = { from, to, ...next };
    // What is no day is left to the picker to forget.
    const [first, last] = [ends.from, ends.to].map((each) => (isUnparsed(each) ? '' : (each as string)));
    onChange(first === '' && last === '' ? '' : `${first ?? ''}/${last ?? ''}`);
  };
  const { min } = field.options ?? {};
  const later = from === '' ? min : from;
  return (
    <div className={styles.range}>
      <DateInput
        {...props}
        field={day}
        value={from}
        label={named(t('range.from'))}
        onChange={(each) => set({ from: each })}
      />
      <span aria-hidden="true">–</span>
      <DateInput
        {...props}
        id={`${id}-to`}
        field={{ ...day, options: { ...field.options, ...(later === undefined ? {} : { min: later }) } }}
        value={to}
        label={named(t('range.to'))}
        onChange={(each) => set({ to: each })}
      />
    </div>
  );
}

export function check(field: Field, cell: Cell): Complaint | null {
  const { from, to } = endsOf(cell as string);
  if (from === '' || to === '') return { code: 'range', limit: '' };
  if (from > to) return { code: 'rangeOrder', limit: '' };
  return checkDay(field, from) ?? checkDay(field, to);
}
