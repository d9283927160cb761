/** What linked records say, asked of the server: those that are wanted at one moment in one request. */
import { queryOptions } from '@tanstack/react-query';

import { api } from '@/lib/api/call';

import type { Values } from '../to-payload';

/** `recordId`: the record that is changed; without one a new one is filled in. */
export interface PulledFrom {
  formId: string;
  linkPath: string;
  recordId?: string | undefined;
}

const MOST = 50;
const PAUSE_MS = 20;
const FRESH_MS = 30_000;

interface Waiting {
  id: string;
  resolve: (values: Values) => void;
  reject: (error: unknown) => void;
}

const queues = new Map<string, Waiting[]>();

export const pulledQuery = (from: PulledFrom, id: string) =>
  queryOptions({
    queryKey: ['records', 'pulled', from.formId, from.linkPath, from.recordId ?? '', id],
    queryFn: () => ask(from, id),
    staleTime: FRESH_MS,
  });

function ask(from: PulledFrom, id: string): Promise<Values> {
  const key = JSON.stringify(from);
  return new Promise((resolve, reject) => {
    const queue = queues.get(key);
    if (queue) queue.push({ id, resolve, reject });
    else {
      queues.set(key, [{ id, resolve, reject }]);
      setTimeout(() => flush(key, from), PAUSE_MS);
    }
  });
}

function flush(key: string, from: PulledFrom): void {
  const all = queues.get(key) ?? [];
  queues.delete(key);
  for (let start = 0; start < all.length; start += MOST) void send(from, all.slice(start, start + MOST));
}

async function send({ formId, linkPath, recordId }: PulledFrom, waiting: Waiting[]): Promise<void> {
  try {
    const { values } = await api.get('/v1/forms/{form_id}/links/{path}/values', {
      params: { form_id: formId, path: linkPath },
      query: { records: waiting.map(({ id }) => id).join(','), ...(recordId ? { editing: recordId } : {}) },
    });
    // A record that is left out has nothing that this member may be told.
    for (const { id, resolve } of waiting) resolve((values as Record<string, Values>)[id] ?? {});
  } catch (error) {
    for (const { reject } of waiting) reject(error);
  }
}
