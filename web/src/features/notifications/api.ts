import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type Preferences = Schemas['NotificationsPreferences'];
export type Kind = keyof Schemas['NotificationsPreferencesChange'];

const KEY = ['me', 'notifications'];

export function usePreferences() {
  return useQuery({
    queryKey: KEY,
    queryFn: ({ signal }) => api.get('/v1/me/notifications', { signal }),
  });
}

export function useChoose() {
  return useSend(({ version, ...body }: Preferences) => api.put('/v1/me/notifications', { body, version }), {
    changes: [KEY],
    repeats: false,
  });
}
