import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

type SignedIn = Schemas['DirectorySignedIn'];

export function useSignUp() {
  return useSend((body: Schemas['DirectorySignUp'], key) =>
    api.post('/v1/sign-up', { body, key, anonymous: true }),
  );
}

export function useVerifySignUp(onSuccess: (entered: SignedIn) => void) {
  return useSend(
    (body: Schemas['DirectoryToken'], key) => api.post('/v1/sign-up/verify', { body, key, anonymous: true }),
    { onSuccess },
  );
}

/** What an invitation offers. The token travels in the body, where no log keeps it. */
export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => api.post('/v1/invitations/look', { body: { token }, anonymous: true, signal }),
    enabled: token !== '',
    staleTime: Infinity,
  });
}

export function useAcceptInvitation(onSuccess: (entered: SignedIn) => void) {
  return useSend(
    (body: Schemas['DirectoryInvitationAccept'], key) =>
      api.post('/v1/invitations/accept', { body, key, anonymous: true }),
    { onSuccess },
  );
}
