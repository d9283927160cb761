/** One line whose way of writing is fixed. */
import { Input } from 'antd';
import type { HTMLAttributes } from 'react';

import { common, type InputProps } from './input-props';

interface Props extends InputProps {
  mode?: HTMLAttributes<HTMLInputElement>['inputMode'];
  /** The most characters that can be typed. */
  longest: number;
}

export function LineInput({ mode = 'text', longest, ...props }: Props) {
  return (
    <Input
      {...common(props)}
      value={(props.value as string | undefined) ?? ''}
      maxLength={longest}
      inputMode={mode}
      autoComplete="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => props.onChange(event.target.value)}
    />
  );
}
