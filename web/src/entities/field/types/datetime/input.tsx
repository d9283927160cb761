/** A day with its time. */
import { DateInput } from '../../inputs/date-input';
import type { InputProps } from '../../inputs/input-props';

export function Input(props: InputProps) {
  return <DateInput {...props} timed />;
}
