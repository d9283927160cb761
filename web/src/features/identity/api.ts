import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type Session = Schemas['IdentitySession'];

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
