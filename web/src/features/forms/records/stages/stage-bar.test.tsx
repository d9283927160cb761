import { screen, within } from '@testing-library/react';
import { beforeAll, expect, it, vi } from 'vitest';

import type { Field } from '@/entities/field/definition';
import type { StoredRecord } from '@/entities/record/api';
import { renderRoute } from '@/testing/render-route';

import type { StageState } from './api';
import { StageBar } from './stage-bar';

const FIELD: Field = {
  id: 'stage',
  type: 'stage',
  name: '商机阶段',
  options: {
    pipelines: [
      {
        value: 'sales',
        stages: [{ value: '接洽' }, { value: '报价', required: ['contact'] }, { value: '赢单', kind: 'won' }],
      },
    ],
  },
};
const CONTACT: Field = { id: 'contact', type: 'text', name: '联系人' };
const RECORD = {
  id: '0000000000000000000000000r',
  form_id: '0000000000000000000000000f',
  version: 3,
  values: { stage: '接洽' },
} as unknown as StoredRecord;
const STATE: StageState = {
  field: 'stage',
  stage: '接洽',
  pipeline: 'sales',
  since: '2026-11-20T08:00:00.000Z',
  due_at: '2026-11-21T08:00:00.000Z',
  overdue: true,
  seconds: 3 * 86_400,
  working_seconds: 7_200,
  moves: [
    { to: '报价', allowed: true, reason: '' },
    { to: '赢单', allowed: false, reason: 'stage_unreachable' },
  ],
};

beforeAll(() => {
  // jsdom has the element, but not its ways to open and close; and it measures nothing.
  HTMLDialogElement.prototype.showModal = function () {
    this.open = true;
  };
  HTMLDialogElement.prototype.close = function () {
    this.open = false;
  };
  HTMLElement.prototype.scrollIntoView = () => undefined;
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe = () => undefined;
      unobserve = () => undefined;
      disconnect = () => undefined;
    },
  );
});

async function shown() {
  const { user } = await renderRoute(
    () => <StageBar record={RECORD} field={FIELD} fields={[CONTACT, FIELD]} state={STATE} />,
    { path: '/', namespaces: ['forms', 'entry', 'components'], signedIn: true },
  );
  await screen.findByText('商机阶段');
  return user;
}

/** What the page sends to the server, and the server's one answer to it. */
function answering(status: number, body: unknown): { headers: Headers; sent: unknown }[] {
  const calls: { headers: Headers; sent: unknown }[] = [];
  const before = fetch;
  vi.stubGlobal('fetch', async (address: string, init?: RequestInit) => {
    const request = new Request(new URL(address, 'http://127.0.0.1'), init);
    if (!request.url.endsWith('/stage')) return before(address, init);
    calls.push({ headers: request.headers, sent: await request.json() });
    const type = status < 300 ? 'application/json' : 'application/problem+json';
    return new Response(JSON.stringify(body), { status, headers: { 'content-type': type } });
  });
  return calls;
}

it('shows where the record stands, for how long, and that it is late', async () => {
  await shown();
  expect(screen.getByRole('button', { name: '接洽' }).getAttribute('aria-current')).toBe('step');
  expect(screen.getByText('已停留 3天（工作时间 2小时）')).toBeTruthy();
  expect(screen.getByText(/已超时/)).toBeTruthy();
});

it('says why a stage cannot be entered instead of asking', async () => {
  const user = await shown();
  await user.click(screen.getByRole('button', { name: '赢单' }));
  expect(screen.getByText('不能从当前阶段直接进入“赢单”。')).toBeTruthy();
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('asks for the missing field first and sends it with the move', async () => {
  const user = await shown();
  const calls = answering(200, RECORD);
  await user.click(screen.getByRole('button', { name: '报价' }));
  const dialog = await screen.findByRole('dialog');
  const press = within(dialog).getByRole('button', { name: '推进到“报价”' });
  await user.click(press);
  expect(calls).toEqual([]);
  await user.type(within(dialog).getByLabelText(/联系人/), '王工');
  await user.type(within(dialog).getByLabelText('备注'), '客户要价');
  await user.click(press);
  expect(calls.map(({ sent }) => sent)).toEqual([
    { field: 'stage', to: '报价', values: { contact: '王工' }, note: '客户要价' },
  ]);
  expect(calls[0]?.headers.get('if-match')).toBe('"3"');
});

it('tells what the server says when somebody was faster', async () => {
  const user = await shown();
  answering(412, {
    type: 'urn:banli:error:stage_stale',
    title: '单据已被他人修改，当前阶段是“赢单”，请刷新后再试。',
    status: 412,
    code: 'stage_stale',
    correlation_id: 'c',
  });
  await user.click(screen.getByRole('button', { name: '报价' }));
  const dialog = await screen.findByRole('dialog');
  await user.type(within(dialog).getByLabelText(/联系人/), '王工');
  await user.click(within(dialog).getByRole('button', { name: '推进到“报价”' }));
  expect(await within(dialog).findByText(/当前阶段是“赢单”/)).toBeTruthy();
});
