import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import { Children } from './children';
import type { ChildLink } from './children-api';

const ID = 'r';
const link = (path: string, more: Partial<ChildLink> = {}): ChildLink => ({
  form_id: 'contacts',
  form_name: '联系人',
  path,
  name: path === 'customer' ? '客户' : '介绍人',
  multiple: false,
  on_delete: 'refuse',
  count: 2,
  exact: true,
  may_add: true,
  ...more,
});
const card = (id: string, title: string) => ({
  id,
  title,
  serial: '',
  state: 'active',
  created_at: '2026-11-30T01:00:00Z',
  values: { phone: '138', customer: ID },
  links: { [ID]: { readable: true, title: '华东阀门' } },
});

async function open(links: ChildLink[]) {
  const asked: string[] = [];
  const Shown = () => <Children recordId={ID} />;
  const { user } = await renderRoute(Shown, {
    path: '/',
    namespaces: ['components', 'forms'],
    signedIn: true,
    answers: {
      'GET /v1/records/{id}/children': () => answer(200, { items: links, next_cursor: null }),
      'GET /v1/records/{id}/children/{form}/{path}': ({ params, query }: Call) => {
        asked.push(`${params.path ?? ''} ${query.get('cursor') ?? ''}`.trim());
        if (params.path !== 'customer') return answer(200, { items: [], next_cursor: null });
        const first = query.get('cursor') === null;
        return answer(200, {
          items: [first ? card('1', '王建军') : card('2', '李丽')],
          next_cursor: first ? 'more' : null,
        });
      },
      'GET /v1/forms/{form}/published': () =>
        answer(200, {
          id: 'contacts',
          version: 1,
          name: '联系人',
          flow_id: '',
          can_submit: true,
          retired_choices: {},
          definition: {
            name: '联系人',
            list: ['name', 'phone', 'customer'],
            fields: [
              { id: 'name', type: 'text', name: '姓名' },
              { id: 'phone', type: 'text', name: '电话' },
              { id: 'customer', type: 'link', name: '客户', options: { forms: ['customers'] } },
            ],
          },
        }),
    },
  });
  return { user, asked };
}

it('are listed a page at a time, without the link that is the same in every row', async () => {
  const { user, asked } = await open([link('customer', { exact: false, count: 100 })]);
  expect(await screen.findByRole('tab', { name: '联系人 100+' })).toBeTruthy();
  const row = await screen.findByRole('row', { name: /王建军/ });
  expect(within(row).getByRole('link', { name: '王建军' }).getAttribute('href')).toBe('/records/1');
  expect(await within(row).findByText('138')).toBeTruthy();
  expect(screen.queryByText('华东阀门')).toBeNull();
  await user.click(screen.getByRole('button', { name: '加载更多' }));
  expect(await screen.findByRole('link', { name: '李丽' })).toBeTruthy();
  expect(asked).toEqual(['customer', 'customer more']);
});

it('of two links of one form have a tab each, and none says how to add one', async () => {
  const { user } = await open([link('customer'), link('lines.referrer', { count: 0 })]);
  await user.click(await screen.findByRole('tab', { name: '联系人（介绍人） 0' }));
  expect(await screen.findByText('还没有关联到本记录的')).toBeTruthy();
  const add = screen.getByRole('link', { name: '新建' });
  expect(add.getAttribute('href')).toBe('/forms/contacts/new?link=lines.referrer&to=r');
});

it('are not added by those who may not', async () => {
  await open([link('customer', { may_add: false })]);
  expect(await screen.findByRole('link', { name: '王建军' })).toBeTruthy();
  expect(screen.queryByRole('link', { name: '新建' })).toBeNull();
});
