import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import { Page } from '../records-page';

const field = (id: string, type: string, name: string, more: object = {}) => ({
  id,
  type,
  name,
  required: false,
  unique: false,
  indexed: true,
  options: {},
  ...more,
});
const FORM = {
  id: 'f',
  version: 1,
  name: '商机',
  flow_id: '',
  archived: false,
  can_submit: true,
  retired_choices: {},
  definition: {
    name: '商机',
    title: '{customer}',
    list: ['customer', 'kind', 'total'],
    fields: [
      field('customer', 'text', '客户'),
      field('kind', 'choice', '类型', { options: { choices: [{ value: 'new' }, { value: 'old' }] } }),
      field('total', 'number', '数量'),
    ],
  },
};
const VIEW = {
  id: 'v1',
  name: '大单',
  kind: 'table',
  audience: 'personal',
  roles: [],
  columns: [
    { field: '@title', width: 0, total: '' },
    { field: 'total', width: 0, total: '' },
  ],
  filter: { all: [{ field: 'total', op: 'gt', value: '100' }] },
  sort: '',
  group: '',
  by: '',
  dropped: [],
  may_change: true,
  created_at: '2026-11-30T01:00:00Z',
  updated_at: '2026-11-30T01:00:00Z',
  version: 3,
};
const card = (id: string, customer: string, kind: string) => ({
  id,
  version: 1,
  serial: '',
  title: customer,
  state: 'active',
  locked: false,
  created_by: 'm',
  created_at: '2026-11-30T01:00:00Z',
  updated_by: 'm',
  updated_at: '2026-11-30T01:00:00Z',
  state_at: '2026-11-30T01:00:00Z',
  values: { customer, kind, total: '120' },
});

async function open(search = '') {
  const asked: Record<string, string>[] = [];
  const sent: unknown[] = [];
  const { user } = await renderRoute(Page, {
    path: '/forms/:formId/records',
    at: `/forms/f/records${search}`,
    namespaces: ['components', 'forms', 'condition'],
    signedIn: true,
    answers: {
      'GET /v1/forms/{id}/published': () => answer(200, FORM),
      'GET /v1/forms/{id}/views': () => answer(200, { items: [VIEW], next_cursor: null }),
      'POST /v1/forms/{id}/views': ({ body }: Call) => {
        sent.push(body);
        return answer(201, { ...VIEW, ...(body as object), id: 'v2', version: 1 });
      },
      'GET /v1/forms/{id}/records': ({ query }: Call) => {
        asked.push(Object.fromEntries(query));
        const lane = query.get('filter') ?? '';
        const items = [card('r1', '华东阀门', 'new'), card('r2', '常州恒力', 'old')].filter(
          ({ values: { kind } }) => !lane.includes('"kind"') || lane.includes(`"value":"${kind}"`),
        );
        return answer(200, { items, next_cursor: null });
      },
      'GET /v1/forms/{id}/records/count': () => answer(200, { count: 2, exact: true }),
    },
  });
  return { user, asked, sent };
}

/** The first rendering of a page loads what it consists of. */
const SLOW = { timeout: 8_000 };

const headings = () => screen.getAllByRole('columnheader').map((each) => each.textContent);

it('choosing a view asks its question and shows its columns', async () => {
  const { user, asked } = await open();
  await user.click(await screen.findByRole('tab', { name: '大单' }, SLOW));
  await screen.findByText('华东阀门');
  expect(JSON.parse(asked.at(-1)?.filter ?? '')).toEqual(VIEW.filter);
  expect(headings()).toEqual(['', '标题', '数量']);
});

it('what is changed of a view is marked, and can be saved as another', async () => {
  const { user, sent } = await open('?view=v1&sort=-total');
  expect(await screen.findByRole('tab', { name: '大单（已修改）' }, SLOW)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '另存为视图' }));
  await user.type(screen.getByRole('textbox', { name: '名称' }), '数量排序');
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '保存视图' }));
  await expect.poll(() => sent).toHaveLength(1);
  expect(sent[0]).toMatchObject({
    name: '数量排序',
    audience: 'personal',
    sort: '-total',
    filter: VIEW.filter,
  });
});

it('a view that is gone says so and shows the list', async () => {
  await open('?view=gone');
  expect(await screen.findByText(/已被删除，或者没有共享给您/, {}, SLOW)).toBeTruthy();
  expect(await screen.findByText('华东阀门')).toBeTruthy();
});

it('a board shows each record in the lane of its value, with how many there are', async () => {
  await open('?show=kanban:kind');
  const lane = await screen.findByRole('list', { name: 'new' }, SLOW);
  await expect.poll(() => lane.textContent).toContain('华东阀门');
  expect(lane.textContent).not.toContain('常州恒力');
});
