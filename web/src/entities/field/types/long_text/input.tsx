/** Words of several lines: it grows with them. */
import { Input as TextInput } from 'antd';

import { common, type InputProps } from '../../inputs/input-props';

export function Input(props: InputProps) {
  const { max_length = 20_000 } = props.field.options ?? {};
  return (
    <TextInput.TextArea
      {...common(props)}
      className="grows"
      value={(props.value as string | undefined) ?? ''}
      maxLength={max_length}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
