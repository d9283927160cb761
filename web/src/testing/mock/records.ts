/** Records of the demo company's forms, many enough to scroll. */
import { answer, type Handler } from './http';

const PEOPLE = ['01hx0000000000000000000001', '01hx0000000000000000000011', '01hx0000000000000000000012'];
const CUSTOMERS = [
  '华东阀门有限公司',
  '苏州工业园区精密机械与自动化控制设备制造股份有限公司',
  '常州恒力液压',
  '宁波海天塑机',
];
const STATES = ['in_approval', 'approved', 'rejected', 'draft', 'withdrawn'];

const QUOTES = Array.from({ length: 42 }, (_, index) => {
  const number = `QT-202603-${String(42 - index).padStart(4, '0')}`;
  const customer = CUSTOMERS[index % CUSTOMERS.length];
  const at = new Date(Date.UTC(2026, 2, 5, 1, 30) - index * 7_200_000).toISOString();
  return {
    id: `01hx0000000000000000${String(index).padStart(6, '0')}`,
    version: 1,
    serial: number,
    title: `${number} ${customer}`,
    state: STATES[index % STATES.length],
    locked: false,
    created_by: PEOPLE[index % PEOPLE.length],
    created_at: at,
    updated_by: PEOPLE[0],
    updated_at: at,
    state_at: at,
    values: {
      number,
      customer,
      customer_type: 'AB'[index % 2],
      product_line: index % 5 === 0 ? undefined : 'valves',
      total: (37_800 * (index + 1) + 0.5 * index).toFixed(2),
      discount: index % 4 === 0 ? undefined : String(0.0125 * (index % 9)),
    },
  };
});

function found(query: URLSearchParams) {
  const q = (query.get('q') ?? '').toLowerCase();
  return QUOTES.filter(({ title }) => title.toLowerCase().includes(q));
}

export const recordHandlers: Record<string, Handler> = {
  'GET /v1/forms/{id}/views': () => answer(200, { items: [], next_cursor: null }),
  'GET /v1/forms/{id}/records': ({ query }) => {
    const start = Number(query.get('cursor') ?? 0);
    const items = found(query);
    const next = start + 30 < items.length ? String(start + 30) : null;
    return answer(200, { items: items.slice(start, start + 30), next_cursor: next });
  },
  'GET /v1/forms/{id}/records/count': ({ query }) => answer(200, { count: found(query).length, exact: true }),
};
