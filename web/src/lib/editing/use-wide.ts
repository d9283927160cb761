import { useSyncExternalStore } from 'react';

/** Room for three columns beside the navigation. */
const WIDE = '(min-width: 1180px)';

export function useWide(): boolean {
  return useSyncExternalStore(
    (listener) => {
      const query = window.matchMedia(WIDE);
      query.addEventListener('change', listener);
      return () => query.removeEventListener('change', listener);
    },
    () => window.matchMedia(WIDE).matches,
  );
}
