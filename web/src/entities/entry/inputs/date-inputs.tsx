/** Days and moments. The picker reckons in days of no zone: a moment is typed as the company's clock shows it. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

import { isUnparsed } from '../input-state';
import { readCell } from '../paste/read-cell';
import { useReadContext } from '../paste/use-read-context';

import { common, rawOf, type InputProps } from './input-props';
import styles from './inputs.module.css';

const DAY = 'YYYY-MM-DD';
const MOMENT = 'YYYY-MM-DDTHH:mm';

export function DayLine(props: InputProps) {
  return <Picker {...props} stored={DAY} shown={DAY} />;
}

export function MomentLine(props: InputProps) {
  return <Picker {...props} stored={MOMENT} shown="YYYY-MM-DD HH:mm" />;
}

function Picker({ stored, shown, ...props }: InputProps & { stored: string; shown: string }) {
  const { field, value, onChange } = props;
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
      showTime={stored === MOMENT ? { format: 'HH:mm', minuteStep: 5 } : false}
      showNow={stored === DAY}
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
