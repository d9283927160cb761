/** A time of day, as the device lets one choose it. */
import { Input as TextInput } from 'antd';

import { isUnparsed } from '../../cell';
import { common, type InputProps } from '../../inputs/input-props';

export function Input(props: InputProps) {
  const { value } = props;
  return (
    <TextInput
      {...common(props)}
      type="time"
      value={value === undefined || isUnparsed(value) ? '' : (value as string)}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
