/** State of a list (filters, tab, order) in the address, so that back, reload and a sent link show the same list. */
import { useCallback } from 'react';
import { useSearchParams } from 'react-router';

/** `defaults` name the parameters; a value equal to its default is left out of the address. */
export function useUrlState<T extends Record<string, string>>(
  defaults: T,
): [T, (changes: Partial<T>) => void] {
  const [search, setSearch] = useSearchParams();
  const state = Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, search.get(name) ?? value]),
  ) as T;
  const change = useCallback(
    (changes: Partial<T>) => {
      setSearch(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries<string | undefined>(changes)) {
            if (value === undefined || value === defaults[name]) after.delete(name);
            else after.set(name, value);
          }
          return after;
        },
        { replace: true },
      );
    },
    [defaults, setSearch],
  );
  return [state, change];
}
