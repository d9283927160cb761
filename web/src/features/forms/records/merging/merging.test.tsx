import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Form } from '@/entities/form/api';
import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import type { Merge } from './api';
import { MergeNote } from './merge-note';
import { MergeRecord } from './merge-record';

const text = (id: string, name: string) => ({ id, type: 'text', name, options: {} });
const FORM = {
  id: 'customers',
  version: 1,
  name: '客户',
  flow_id: '',
  can_submit: true,
  retired_choices: {},
  definition: { name: '客户', fields: [text('name', '名称'), text('phone', '电话'), text('size', '规模')] },
} as unknown as Form;

const record = (id: string, title: string, values: Record<string, string>) =>
  ({
    id,
    form_id: 'customers',
    form_version: 1,
    title,
    serial: '',
    state: 'active',
    locked: false,
    created_at: '2026-11-30T01:00:00Z',
    updated_at: '2026-11-30T01:00:00Z',
    values,
    links: {},
    may: { change: true },
    version: id === 'east' ? 4 : 7,
  }) as unknown as Parameters<typeof MergeRecord>[0]['record'];

const EAST = record('east', '华东阀门', { name: '华东阀门', phone: '021' });
const SOUTH = record('south', '华东阀门厂', { name: '华东阀门厂', phone: '022', size: '大' });

async function open(refusals: { path: string; code: string; message: string }[] = []) {
  const sent: Call[] = [];
  const { user } = await renderRoute(() => <MergeRecord record={EAST} form={FORM} />, {
    path: '/',
    namespaces: ['components', 'forms'],
    signedIn: true,
    answers: {
      'GET /v1/forms/{form}/records': () => answer(200, { items: [EAST, SOUTH], next_cursor: null }),
      'GET /v1/forms/{form}/published': () => answer(200, FORM),
      'POST /v1/records/{id}/merge/preview': () =>
        answer(200, {
          survivor: EAST,
          loser: SOUTH,
          fields: [
            { field: 'name', proposed: 'survivor', options: ['survivor', 'loser'] },
            { field: 'phone', proposed: 'survivor', options: ['survivor', 'loser'] },
            { field: 'size', proposed: 'loser', options: ['survivor', 'loser'] },
          ],
          children: [
            {
              form_id: 'contacts',
              form_name: '联系人',
              path: 'customer',
              name: '客户',
              count: 3,
              exact: true,
            },
          ],
          refusals,
        }),
      'POST /v1/records/{id}/merge': (call: Call) => {
        sent.push(call);
        return answer(202, { merge_id: 'm', job_id: 'j' });
      },
    },
  });
  await user.click(screen.getByRole('button', { name: '合并…' }));
  await user.click(await screen.findByRole('button', { name: '华东阀门厂' }));
  await screen.findByRole('group', { name: '名称' });
  return { user, sent };
}

it('merges with what was chosen where the two differ, under both versions', async () => {
  const { user, sent } = await open();
  expect(screen.getByText('联系人（客户）：3 份')).toBeDefined();
  const phone = within(screen.getByRole('group', { name: '电话' }));
  await user.click(phone.getByRole('radio', { name: /022/ }));
  await user.click(screen.getByRole('button', { name: '合并' }));
  expect(sent).toHaveLength(1);
  expect(sent[0]?.body).toEqual({ loser: 'south', loser_version: 7, take: { phone: 'loser' } });
});

it('says why two records cannot be merged, and merges nothing', async () => {
  await open([{ path: '/loser', code: 'merge_locked', message: '正在审批' }]);
  expect(screen.getByRole('alert').textContent).toBe('正在审批');
  expect(screen.getByRole('button', { name: '合并' })).toHaveProperty('disabled', true);
});

it('tells of a merge for as long as it can be undone, and undoes it', async () => {
  const merge: Merge = {
    merge_id: 'm',
    loser: 'south',
    title: '华东阀门厂',
    state: 'done',
    by: 'w',
    by_name: '王伟',
    at: '2026-11-30T01:00:00Z',
    until: '2026-12-30T01:00:00Z',
    job_id: 'j',
    may_undo: true,
  };
  const sent: unknown[] = [];
  const { user } = await renderRoute(() => <MergeNote record={EAST} moved />, {
    path: '/',
    namespaces: ['components', 'forms'],
    signedIn: true,
    answers: {
      'GET /v1/records/{id}/merges': () => answer(200, { items: [merge], next_cursor: null }),
      'POST /v1/records/{id}/merge/undo': ({ body }: Call) => {
        sent.push(body);
        return answer(202, { merge_id: 'm', job_id: 'j' });
      },
    },
  });
  expect(await screen.findByText('您打开的单据已合并到这一份。')).toBeDefined();
  const verb = '撤销合并';
  await user.click(await screen.findByRole('button', { name: verb }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: verb }));
  expect(sent).toEqual([{ merge_id: 'm' }]);
});
