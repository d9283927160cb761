/** One day, written as 2026-03-05; empty for none. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';

interface Props {
  id?: string;
  /** Its name, where no label stands beside it. */
  label?: string;
  className?: string;
  value?: string;
  min?: string;
  max?: string;
  onChange?: (day: string) => void;
}

const DAY = 'YYYY-MM-DD';

export function DayPicker({ id, label, className, value = '', min = '', max = '', onChange }: Props) {
  return (
    <DatePicker
      {...(id === undefined ? {} : { id })}
      {...(label === undefined ? {} : { 'aria-label': label, placeholder: label })}
      {...(className === undefined ? {} : { className })}
      value={value === '' ? null : dayjs(value)}
      format={DAY}
      {...(min === '' ? {} : { minDate: dayjs(min) })}
      {...(max === '' ? {} : { maxDate: dayjs(max) })}
      onChange={(chosen) => onChange?.(chosen ? chosen.format(DAY) : '')}
    />
  );
}
