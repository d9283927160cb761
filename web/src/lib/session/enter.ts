/** Coming in and going out, for this tab and the others. */
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';

import { api } from '@/lib/api/call';
import { dropAllDrafts } from '@/lib/drafts/drafts';
import { announce } from '@/lib/tabs/tabs';

/** The session's cookies are set: forget what the person before saw, and go on to `next`. */
export function useEnter(): (next: string) => Promise<void> {
  const client = useQueryClient();
  const navigate = useNavigate();
  return async (next) => {
    client.clear();
    announce({ kind: 'signed_in' });
    await navigate(next, { replace: true });
  };
}

/** Raises what the API call raises. */
export async function leave(): Promise<void> {
  await api.delete('/v1/session', { anonymous: true });
  dropAllDrafts();
  announce({ kind: 'signed_out' });
}
