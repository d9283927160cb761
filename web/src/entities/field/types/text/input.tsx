/** One line of words. */
import { Input as TextInput } from 'antd';

import { common, type InputProps } from '../../inputs/input-props';
import { canScan, ScanButton } from '../../inputs/scan-button';
import { labelText, useLabelLanguage } from '../../label';

const MODES = { phone: 'tel', email: 'email', url: 'url', credit_code: 'text' } as const;

export function Input(props: InputProps) {
  const language = useLabelLanguage();
  const { max_length = 200, format, mask, scan } = props.field.options ?? {};
  const name = props.label ?? labelText(props.field.name, language);
  return (
    <TextInput
      {...common(props)}
      value={(props.value as string | undefined) ?? ''}
      maxLength={max_length}
      inputMode={format ? MODES[format] : 'text'}
      placeholder={mask ?? ''}
      {...(scan && canScan() ? { suffix: <ScanButton label={name} onScanned={props.onChange} /> } : {})}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
