/** One line of words. */
import { Input as TextInput } from 'antd';

import { common, type InputProps } from '../../inputs/input-props';

const MODES = { phone: 'tel', email: 'email', url: 'url', credit_code: 'text' } as const;

export function Input(props: InputProps) {
  const { max_length = 200, format, mask } = props.field.options ?? {};
  return (
    <TextInput
      {...common(props)}
      value={(props.value as string | undefined) ?? ''}
      maxLength={max_length}
      inputMode={format ? MODES[format] : 'text'}
      placeholder={mask ?? ''}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
