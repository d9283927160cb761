/** The name of a step or an arm. One that was just added waits to be named. */
import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';

import { Setting } from '@/components/editing/setting';

const LONGEST = 100;

interface Props {
  label: string;
  hint?: string;
  placeholder?: string;
  value: string;
  error: string | undefined;
  fresh?: boolean;
  onChange: (name: string) => void;
}

export function NameSetting({ value, fresh = false, placeholder = '', onChange, ...setting }: Props) {
  const input = useRef<InputRef>(null);
  useEffect(() => {
    // On a phone the keyboard would cover what there is to see first.
    if (fresh && window.matchMedia('(hover: hover)').matches) input.current?.focus({ cursor: 'all' });
  }, [fresh]);
  return (
    <Setting {...setting}>
      {(props) => (
        <Input
          {...props}
          ref={input}
          autoComplete="off"
          maxLength={LONGEST}
          placeholder={placeholder}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Setting>
  );
}
