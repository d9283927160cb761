/** A document in its second round: the first one, and what changed since. */
import type { Schemas } from '@/lib/api/types';

const ago = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString();

export const EARLIER = '01hx0000000000000000000090';

export const CHANGES = [
  { field: 'valid_until', before: '2026-11-30', after: '2026-12-31' },
  { field: 'lines/0/unit_price', before: '720.00', after: '680.00' },
  { field: 'lines/2', before: { product: '密封件', quantity: '240', unit_price: '4.50' }, after: null },
];

export function earlierRound(second: Schemas['FlowsRun']): Schemas['FlowsRun'] {
  const [branch, asked] = second.path;
  return {
    ...second,
    id: EARLIER,
    status: 'rejected',
    round: 1,
    previous: null,
    changed: [],
    node: null,
    started_at: ago(50),
    ended_at: ago(30),
    path: [...(branch ? [branch] : []), ...(asked ? [{ ...asked, outcome: 'rejected' as const }] : [])],
    ahead: [],
    copies: [],
    may: { decide: [], withdraw: false, copy: true },
  };
}
