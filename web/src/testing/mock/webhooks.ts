/** One webhook with a delivery of each kind. */
import type { Schemas } from '@/lib/api/types';

import { answer, type Handler } from './http';

const now = new Date().toISOString();
const id = '0000000000000000000000000w';

const webhook: Schemas['IntegrationsWebhook'] = {
  id,
  url: 'https://erp.example.cn/hooks/banli/a-rather-long-path-that-must-wrap-on-a-phone',
  event_types: ['flows.RunApproved', 'flows.RunRejected'],
  description: 'ERP 同步',
  enabled: true,
  disabled_reason: null,
  previous_secret_until: null,
  secret: null,
  created_by: id,
  created_at: now,
  updated_at: now,
  version: 1,
};

const types = [
  { type: 'flows.RunApproved', version: 1, title: '审批已通过', needs: 'records.read_all', schema: {} },
  { type: 'flows.RunRejected', version: 1, title: '审批未通过', needs: 'records.read_all', schema: {} },
];

const deliveries: Schemas['IntegrationsDelivery'][] = [
  {
    id: '0000000000000000000000000a',
    event_type: 'flows.RunApproved',
    state: 'delivered',
    created_at: now,
    next_attempt_at: null,
    attempts: [{ at: now, status: 200, duration_ms: 84, error: null }],
  },
  {
    id: '0000000000000000000000000b',
    event_type: 'flows.RunRejected',
    state: 'waiting',
    created_at: now,
    next_attempt_at: new Date(Date.now() + 300_000).toISOString(),
    attempts: [
      { at: now, status: null, duration_ms: null, error: 'no_answer' },
      { at: new Date(Date.now() - 5000).toISOString(), status: 503, duration_ms: 120, error: 'refused' },
    ],
  },
];

const list = (items: object[]) => answer(200, { items, next_cursor: null });

export const webhooks: Record<string, Handler> = {
  'GET /v1/events/catalogue': () => list(types),
  'GET /v1/webhooks': () => list([webhook]),
  'POST /v1/webhooks': ({ body }) =>
    answer(201, { ...webhook, ...body, secret: 'whsec_c2VjcmV0LW9mLXRoZS1tb2Nr' }),
  'GET /v1/webhooks/{id}': () => answer(200, webhook),
  'POST /v1/webhooks/{id}/rotate-secret': () =>
    answer(200, { ...webhook, secret: 'whsec_c2VjcmV0LW9mLXRoZS1tb2Nr' }),
  'POST /v1/webhooks/{id}/test': () => answer(202, { delivery_id: id }),
  'GET /v1/webhooks/{id}/deliveries': ({ query }) =>
    list(deliveries.filter(({ state }) => !query.has('state') || state === 'failed')),
  'POST /v1/webhooks/{id}/deliveries/{delivery}/resend': () => answer(202, { delivery_id: id }),
};
