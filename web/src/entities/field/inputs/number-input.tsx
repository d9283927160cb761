/** What numbers, amounts and rates are typed into. */
import { Input, type InputRef } from 'antd';
import { useLayoutEffect, useRef, useState } from 'react';

import { settled } from '../parse/read-number';

import { common, type InputProps } from './input-props';
import styles from './inputs.module.css';

interface Props extends InputProps {
  prefix?: string;
  suffix?: string | undefined;
  /** How it looks while nobody is typing in it. */
  grouped?: (typed: string) => string;
}

const asTyped = (typed: string) => typed;

/**
 * Text, not the library's number input: that one knows floats only, and its arrows change amounts by a stray wheel.
 * An amount is grouped while nobody is typing in it.
 */
export function NumberInput({ prefix, suffix, grouped = asTyped, ...props }: Props) {
  const { field } = props;
  const typed = (props.value as string | undefined) ?? '';
  const [focused, setFocused] = useState(false);
  const input = useRef<InputRef>(null);
  const shown = focused ? typed : grouped(typed);
  useLayoutEffect(() => {
    // The text has just become another one: what a key selected on the way in is selected again. A press of the mouse
    // puts the caret after this.
    if (focused) input.current?.select();
  }, [focused]);
  const affix = { ...(prefix ? { prefix } : {}), ...(suffix ? { suffix } : {}) };
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
