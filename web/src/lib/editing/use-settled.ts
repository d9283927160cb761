/** A value as it was before the last pause in typing. */
import { useEffect, useState } from 'react';

const PAUSE_MS = 600;

export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}
