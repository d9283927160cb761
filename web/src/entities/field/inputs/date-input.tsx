/** Days and moments. The picker reckons in days of no zone: a moment is typed as the company's clock shows it. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

import { isUnparsed } from '../cell';
import { readCell } from '../parse/read-cell';
import { useReadContext } from '../parse/use-read-context';

import { common, rawOf, type InputProps } from './input-props';
import styles from './inputs.module.css';

const DAY = 'YYYY-MM-DD';
const MOMENT = 'YYYY-MM-DDTHH:mm';

export function DateInput({ timed = false, ...props }: InputProps & { timed?: boolean }) {
  const { field, value, onChange } = props;
  const stored = timed ? MOMENT : DAY;
  const shown = timed ? 'YYYY-MM-DD HH:mm' : DAY;
  const context = useReadContext();
  const { min, max } = field.options ?? {};
  const raw = rawOf(value);
  const chosen = value === undefined || value === '' || isUnparsed(value) ? null : dayjs(value as string);
  /** The picker forgets what it cannot read; people write days in more ways than it knows. */
  const keepTyped = (text: string) => {
    const typed = text.trim();
    if (typed === '' || typed === chosen?.format(shown)) return;
    const reading = readCell(field, typed, context);
    if (reading && JSON.stringify(reading.cell) !== JSON.stringify(value)) onChange(reading.cell);
  };
  return (
    <DatePicker
      {...common(props)}
      className={`${styles.wide ?? ''} ${raw === undefined ? '' : (styles.unparsed ?? '')}`}
      value={chosen}
      format={shown}
      {...(raw === undefined ? {} : { placeholder: raw })}
      showTime={timed ? { format: 'HH:mm', minuteStep: 5 } : false}
      showNow={!timed}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={(moment) => onChange(moment ? moment.format(stored) : '')}
      onBlur={(event) => {
        keepTyped((event.target as HTMLInputElement).value);
        props.onBlur();
      }}
    />
  );
}
