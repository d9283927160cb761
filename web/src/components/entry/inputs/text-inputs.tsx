/** What is typed: texts, numbers, amounts, rates. */
import { Input } from 'antd';
import { useTranslation } from 'react-i18next';

import { plainNumber } from '../numbers';

import { common, type InputProps } from './input-props';
import styles from './inputs.module.css';

const MODES = { phone: 'tel', email: 'email', url: 'url', credit_code: 'text' } as const;

export function TextLine(props: InputProps) {
  const { max_length = 200, format, mask } = props.field.options ?? {};
  return (
    <Input
      {...common(props)}
      value={(props.value as string | undefined) ?? ''}
      maxLength={max_length}
      inputMode={format ? MODES[format] : 'text'}
      placeholder={mask ?? ''}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

export function Paragraphs(props: InputProps) {
  const { max_length = 20_000 } = props.field.options ?? {};
  return (
    <Input.TextArea
      {...common(props)}
      className="grows"
      value={(props.value as string | undefined) ?? ''}
      maxLength={max_length}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}

/** Text, not the library's number input: that one knows floats only, and its arrows change amounts by a stray wheel. */
export function NumberLine(props: InputProps) {
  const { t } = useTranslation('entry');
  const { currency = 'CNY', unit } = props.field.options ?? {};
  const typed = (props.value as string | undefined) ?? '';
  const suffix = props.field.type === 'percent' ? '%' : unit;
  const affix =
    props.field.type === 'money' ? { prefix: t(`currency.${currency as 'CNY'}`) } : suffix ? { suffix } : {};
  return (
    <Input
      {...common(props)}
      {...affix}
      className={styles.number ?? ''}
      inputMode="decimal"
      autoComplete="off"
      value={typed}
      maxLength={60}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => {
        if (plainNumber(typed) !== typed) props.onChange(plainNumber(typed));
        props.onBlur();
      }}
    />
  );
}
