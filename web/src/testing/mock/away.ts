/** Delegations and the working calendar of the mock. */
import type { Schemas } from '@/lib/api/types';

import { answer, type Handler } from './http';

const delegations: Schemas['DirectoryDelegation'][] = [
  {
    id: 'g1'.padStart(26, '0'),
    from_id: 'm0'.padStart(26, '0'),
    from: '沈国华 Grant Shen',
    to_id: 'm1'.padStart(26, '0'),
    to: '李娜 Lina Li',
    from_at: '2026-02-01T16:00:00.000Z',
    to_at: '2026-02-20T16:00:00.000Z',
    form_ids: [],
    state: 'over',
    version: 1,
  },
];

const years = new Map<number, Schemas['DirectoryCalendarYear']>([
  [
    2026,
    {
      year: 2026,
      holidays: ['2026-01-01', '2026-01-02', '2026-01-03', '2026-10-01', '2026-10-02'],
      workdays: ['2026-01-04', '2026-10-10'],
      state: 'announced',
      version: 0,
    },
  ],
]);

const yearOf = (year: number): Schemas['DirectoryCalendarYear'] =>
  years.get(year) ?? { year, holidays: [], workdays: [], state: 'assumed', version: 0 };

export const away: Record<string, Handler> = {
  'GET /v1/me/delegations': () => answer(200, { items: delegations, next_cursor: null }),
  'POST /v1/me/delegations': ({ body }) => {
    const first = delegations[0];
    const made = { ...first, ...body, id: `g${delegations.length + 1}`.padStart(26, '0'), state: 'planned' };
    delegations.unshift(made as Schemas['DirectoryDelegation']);
    return answer(201, made);
  },
  'DELETE /v1/me/delegations/{id}': ({ params }) => {
    delegations.splice(
      delegations.findIndex(({ id }) => id === params.id),
      1,
    );
    return answer(204);
  },
  'GET /v1/calendar/{year}': ({ params }) => answer(200, yearOf(Number(params.year))),
  'PUT /v1/calendar/{year}': ({ params, body }) => {
    const before = yearOf(Number(params.year));
    const after = { ...before, ...body, state: 'announced' as const, version: before.version + 1 };
    years.set(before.year, after);
    return answer(200, after);
  },
};
