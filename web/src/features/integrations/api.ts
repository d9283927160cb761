/** Webhooks: where the company's events are sent, and what became of each. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Webhook = Schemas['IntegrationsWebhook'];
export type Settings = Schemas['IntegrationsWebhookSettings'];
export type Delivery = Schemas['IntegrationsDelivery'];

const CHANGES = { changes: [['webhooks']] };

export function useEventTypes() {
  return useQuery({
    queryKey: ['event-types'],
    queryFn: ({ signal }) => api.get('/v1/events/catalogue', { signal }),
    staleTime: Infinity,
  });
}

export function useWebhooks() {
  return useQuery({
    queryKey: ['webhooks', 'list'],
    queryFn: ({ signal }) => api.get('/v1/webhooks', { signal }),
  });
}

export function useWebhook(webhookId: string) {
  return useQuery({
    queryKey: ['webhooks', 'one', webhookId],
    queryFn: ({ signal }) =>
      api.get('/v1/webhooks/{webhook_id}', { params: { webhook_id: webhookId }, signal }),
  });
}

/** Adds one without `before`. The answer holds the secret where a new one was made. */
export function useSaveWebhook() {
  return useSend(
    async ({ before, body }: { before: Webhook | null; body: Settings }, key) =>
      before
        ? api.put('/v1/webhooks/{webhook_id}', {
            params: { webhook_id: before.id },
            body,
            version: before.version,
          })
        : api.post('/v1/webhooks', { body, key }),
    // A repeated request answers without the secret, which is shown once.
    { ...CHANGES, repeats: false },
  );
}

export function useRotateSecret(webhookId: string) {
  return useSend(
    (_: null, key) =>
      api.post('/v1/webhooks/{webhook_id}/rotate-secret', { params: { webhook_id: webhookId }, key }),
    { ...CHANGES, repeats: false },
  );
}

export function useRemoveWebhook() {
  return useSend(
    ({ id, version }: Webhook) =>
      api.delete('/v1/webhooks/{webhook_id}', { params: { webhook_id: id }, version }),
    { changes: [['webhooks', 'list']], repeats: false },
  );
}

export function useTestWebhook(webhookId: string) {
  return useSend(
    (_: null, key) => api.post('/v1/webhooks/{webhook_id}/test', { params: { webhook_id: webhookId }, key }),
    CHANGES,
  );
}

export function useDeliveries(webhookId: string, state: string) {
  return useList<Delivery>(['webhooks', 'deliveries', webhookId, state], ({ cursor, signal }) =>
    api.get('/v1/webhooks/{webhook_id}/deliveries', {
      params: { webhook_id: webhookId },
      query: { ...(state === 'failed' ? { state } : {}), ...(cursor ? { cursor } : {}) },
      signal,
    }),
  );
}

export function useResend(webhookId: string) {
  return useSend(
    (deliveryId: string, key) =>
      api.post('/v1/webhooks/{webhook_id}/deliveries/{delivery_id}/resend', {
        params: { webhook_id: webhookId, delivery_id: deliveryId },
        key,
      }),
    CHANGES,
  );
}
