/** The guarded balances whose limit a record has, and what moved them. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList, type List } from '@/lib/api/use-list';

export type RecordBalance = Schemas['FormsRecordBalance'];
export type BalanceMovement = Schemas['FormsBalanceMovement'];

const MOVEMENTS_PAGE = 10;

export function useBalances(recordId: string) {
  return useQuery({
    queryKey: ['records', recordId, 'balances'],
    queryFn: ({ signal }) =>
      api.get('/v1/records/{record_id}/balances', { params: { record_id: recordId }, signal }),
  });
}

export function useMovements(recordId: string, balance: RecordBalance): List<BalanceMovement> {
  const { form_id, balance_id, period } = balance;
  return useList(['records', recordId, 'balances', form_id, balance_id, period], ({ cursor, signal }) =>
    api.get('/v1/records/{record_id}/balances/{form_id}/{balance}/movements', {
      params: { record_id: recordId, form_id, balance: balance_id },
      query: { period, limit: MOVEMENTS_PAGE, cursor },
      signal,
    }),
  );
}
