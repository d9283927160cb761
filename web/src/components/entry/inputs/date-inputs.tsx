/** Days and moments. The picker reckons in days of no zone: a moment is typed as the company's clock shows it. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

import { common, type InputProps } from './input-props';
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
  const { min, max } = props.field.options ?? {};
  const value = props.value === undefined || props.value === '' ? null : dayjs(props.value as string);
  return (
    <DatePicker
      {...common(props)}
      className={styles.wide ?? ''}
      value={value}
      format={shown}
      showTime={stored === MOMENT ? { format: 'HH:mm', minuteStep: 5 } : false}
      showNow={stored === DAY}
      {...(min === undefined ? {} : { minDate: dayjs(min) })}
      {...(max === undefined ? {} : { maxDate: dayjs(max) })}
      onChange={(chosen) => props.onChange(chosen ? chosen.format(stored) : '')}
    />
  );
}
