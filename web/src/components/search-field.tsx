/** Searching while typing: the list is asked when the fingers rest, not on every letter. */
import { Input } from 'antd';
import { Search } from 'lucide-react';
import { useEffect, useState } from 'react';

import styles from './search-field.module.css';
import { useClear } from './use-clear';

const REST_MS = 250;

interface Props {
  label: string;
  value: string;
  onChange: (value: string) => void;
}

export function SearchField({ label, value, onChange }: Props) {
  const clear = useClear();
  const [typed, setTyped] = useState(value);
  const [known, setKnown] = useState(value);
  if (value !== known) {
    setKnown(value);
    setTyped(value);
  }
  useEffect(() => {
    if (typed === known) return;
    const timer = setTimeout(() => {
      setKnown(typed);
      onChange(typed);
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [typed, known, onChange]);
  return (
    <Input
      className={styles.field ?? ''}
      type="search"
      aria-label={label}
      placeholder={label}
      value={typed}
      maxLength={100}
      allowClear={clear}
      prefix={<Search size={15} aria-hidden="true" />}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}
