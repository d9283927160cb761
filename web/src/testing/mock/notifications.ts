/** What the one person of the mock is mailed; lasts as long as the server. */
import type { Schemas } from '@/lib/api/types';

import { answer, type Handler } from './http';

let preferences: Schemas['NotificationsPreferences'] = {
  todo: true,
  outcome: true,
  cc: true,
  comment: true,
  version: 0,
};

export const notifications: Record<string, Handler> = {
  'GET /v1/me/notifications': () => answer(200, preferences),
  'PUT /v1/me/notifications': ({ body }) => {
    preferences = { ...preferences, ...body, version: preferences.version + 1 };
    return answer(200, preferences);
  },
};
