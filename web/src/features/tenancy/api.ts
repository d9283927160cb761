import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Company = Schemas['TenancyCompany'];
/** The contract leaves open what stands on the two sides. */
export type Entry = Omit<Schemas['TenancyAuditEntry'], 'before' | 'after'> & { before: Side; after: Side };
export type Side = Record<string, unknown> | null;

export interface AuditQuery {
  actor_id?: string;
  /** How the action begins. */
  action?: string;
  target_kind?: string;
  target_id?: string;
  since?: string;
  until?: string;
}

export function useAudit(wanted: AuditQuery) {
  return useList<Entry>(['audit', wanted], ({ cursor, signal }) =>
    api.get('/v1/audit', { query: { ...wanted, cursor }, signal }),
  );
}

export function useCompany() {
  return useQuery({
    queryKey: ['company'],
    queryFn: ({ signal }) => api.get('/v1/company', { signal }),
  });
}

export function useChangeCompany() {
  return useSend(
    ({ body, version }: { body: Schemas['TenancyCompanyChange']; version: number }) =>
      api.put('/v1/company', { body, version }),
    { changes: [['company'], ['me'], ['session']], repeats: false },
  );
}
