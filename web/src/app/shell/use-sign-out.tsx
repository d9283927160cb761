import { useState, type ReactNode } from 'react';

import { ProblemNote } from '@/components/problem-note';
import { leave } from '@/lib/session/enter';

/** Signing out; `note` tells if it did not work, because then the session is still open. */
export function useSignOut(): { signOut: () => void; busy: boolean; note: ReactNode } {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const signOut = () => {
    setBusy(true);
    setError(null);
    leave().catch((fault: unknown) => {
      setBusy(false);
      setError(fault instanceof Error ? fault : new Error(String(fault)));
    });
  };
  return { signOut, busy, note: <ProblemNote error={error} /> };
}
