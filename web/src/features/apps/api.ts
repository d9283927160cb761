/** Apps as builders change them. */
import { APPS, placeIn, type App } from '@/entities/app/api';
import { FORMS } from '@/entities/form/api';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type AppBody = Schemas['AppsAppCreate'];

/** `before` null: a new one. What is in the app, and in which order, stays. */
export function useSaveApp(before: App | null) {
  return useSend(
    (body: AppBody, key) =>
      before === null
        ? api.post('/v1/apps', { body, key })
        : api.put('/v1/apps/{app_id}', {
            params: { app_id: before.id },
            body: { ...body, menu: before.menu },
            version: before.version,
          }),
    { changes: [APPS], repeats: before === null },
  );
}

export function useDropApp() {
  return useSend(
    ({ id, version }: App) => api.delete('/v1/apps/{app_id}', { params: { app_id: id }, version }),
    { changes: [APPS], repeats: false },
  );
}

export function useOrderApps() {
  return useSend((ids: string[], key) => api.post('/v1/apps/order', { body: { ids }, key }), {
    changes: [APPS],
  });
}

/** The whole menu of an app anew. */
export function useOrderForms() {
  return useSend(
    ({ app, formIds }: { app: App; formIds: string[] }) =>
      api.put('/v1/apps/{app_id}', {
        params: { app_id: app.id },
        body: {
          name: app.name,
          ...lookOf(app),
          menu: formIds.map((id) => ({ kind: 'form' as const, id })),
        },
        version: app.version,
      }),
    { changes: [APPS], repeats: false },
  );
}

export function useMoveForm() {
  return useSend(
    ({ formId, app }: { formId: string; app: App }, key) =>
      api.post('/v1/forms/{form_id}/place', {
        params: { form_id: formId },
        body: { app_id: placeIn(app) },
        key,
      }),
    { changes: [APPS, FORMS] },
  );
}

type Look = Pick<AppBody, 'icon' | 'color'>;

/** Without what was not chosen: the API has no word for it. */
export function lookOf({ icon, color }: { icon: string; color: string }): Look {
  return { ...(icon === '' ? {} : { icon }), ...(color === '' ? {} : { color }) } as Look;
}
