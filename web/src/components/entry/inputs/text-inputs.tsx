/** What is typed: texts, numbers, amounts, rates. */
import { Input, type InputRef } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';

import { useFormats } from '@/lib/format/formats';
import { minorUnits } from '@/lib/forms/currency';
import type { Field } from '@/lib/forms/definition';
import { useMe } from '@/lib/session/me';

import { isNumber, placesOf } from '../numbers';
import { settled } from '../paste/read-number';

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

/**
 * Text, not the library's number input: that one knows floats only, and its arrows change amounts by a stray wheel.
 * An amount is grouped while nobody is typing in it.
 */
export function NumberLine(props: InputProps) {
  const { t } = useTranslation('entry');
  const { field } = props;
  const { currency = 'CNY', unit } = field.options ?? {};
  const typed = (props.value as string | undefined) ?? '';
  const grouped = useGrouped(field, typed);
  const [focused, setFocused] = useState(false);
  const input = useRef<InputRef>(null);
  const shown = focused ? typed : grouped;
  useLayoutEffect(() => {
    // The text has just become another one: what a key selected on the way in is selected again. A press of the mouse
    // puts the caret after this.
    if (focused) input.current?.select();
  }, [focused]);
  const suffix = field.type === 'percent' ? '%' : unit;
  const affix =
    field.type === 'money' ? { prefix: t(`currency.${currency as 'CNY'}`) } : suffix ? { suffix } : {};
  return (
    <Input
      {...common(props)}
      {...affix}
      ref={input}
      className={styles.number ?? ''}
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      maxLength={60}
      onFocus={() => setFocused(true)}
      onChange={(event) => props.onChange(event.target.value)}
      onBlur={() => {
        setFocused(false);
        const plain = settled(field, typed);
        if (plain !== typed) props.onChange(plain);
        props.onBlur();
      }}
    />
  );
}

/** 1234.5 → 1,234.50, as it will be shown everywhere else; what is no number stays as it was typed. */
function useGrouped(field: Field, typed: string): string {
  const formats = useFormats(useMe().company.zone);
  if (field.type !== 'money' || !isNumber(typed)) return typed;
  const { currency = 'CNY', decimals } = field.options ?? {};
  const least = Math.min(minorUnits(currency), decimals ?? Infinity);
  return formats.number(typed, Math.max(least, placesOf(typed)));
}
