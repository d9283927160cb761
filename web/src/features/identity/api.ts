import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import { isProblem } from '@/lib/api/problem';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';
import { announce } from '@/lib/tabs/tabs';

export type Session = Schemas['IdentitySession'];
export type Device = Schemas['IdentityDevice'];

const DEVICES = ['devices'];

export function useSignIn(onSuccess: (session: Session) => void) {
  return useSend(
    (body: Schemas['IdentitySignIn'], key) => api.post('/v1/session', { body, key, anonymous: true }),
    { onSuccess },
  );
}

export function useRequestReset() {
  return useSend((body: Schemas['IdentityResetRequest'], key) =>
    api.post('/v1/password/reset-request', { body, key, anonymous: true }),
  );
}

export function useResetPassword(onSuccess: () => void) {
  return useSend(
    (body: Schemas['IdentityPasswordReset'], key) =>
      api.post('/v1/password/reset', { body, key, anonymous: true }),
    { onSuccess },
  );
}

export function useChangePassword() {
  return useSend((body: Schemas['IdentityPasswordChange'], key) => api.post('/v1/password', { body, key }), {
    changes: [DEVICES],
  });
}

/** Who is signed in here, and the companies of the account. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => api.get('/v1/session', { signal }),
    staleTime: 60_000,
  });
}

/** Everything that is on the screen belongs to the company before, so the app begins anew at `next`, in every tab. */
export function useSwitchCompany(next = '/') {
  return useSend(switchCompany, {
    onSuccess: () => {
      announce({ kind: 'signed_in' });
      window.location.assign(next);
    },
  });
}

export function switchCompany(tenantId: string, key: string): Promise<Session> {
  return api.post('/v1/session/switch', { body: { tenant_id: tenantId }, key });
}

export function useDevices() {
  return useList<Device>(DEVICES, ({ cursor, signal }) =>
    api.get('/v1/sessions', { query: { cursor }, signal }),
  );
}

export function useSignOutDevice() {
  return useSend((id: string) => endSession(id), { changes: [DEVICES], repeats: false });
}

/** All but this one; also those that the page has not loaded yet. */
export function useSignOutOthers() {
  return useSend(
    async () => {
      let cursor: string | undefined;
      do {
        const page = await api.get('/v1/sessions', { query: { limit: 100, cursor } });
        const others = page.items.filter(({ current }) => !current);
        for (const { id } of others) await endSession(id);
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined);
    },
    { changes: [DEVICES], repeats: false },
  );
}

/** Signed out already is signed out. */
async function endSession(id: string): Promise<void> {
  try {
    await api.delete('/v1/sessions/{session_id}', { params: { session_id: id } });
  } catch (error) {
    if (!isProblem(error, 'not_found')) throw error;
  }
}
