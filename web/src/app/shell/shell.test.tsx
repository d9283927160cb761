/** What the shell says on every page: how much waits, that a trial ends, and in which language. */
import { render, screen, waitFor, within } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { Suspense } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { beforeEach, describe, expect, it, vi } from 'vitest';

import { Providers } from '@/app/providers';
import { useTitle } from '@/components/title';
import { createQueryClient } from '@/lib/api/query-client';
import { changeLanguage, currentLanguage, startTranslation } from '@/lib/i18n/i18n';

import { requireSession } from '../require-session';

import { Shell } from './shell';

interface Server {
  permissions: string[];
  company: object;
  count: { count: number; more: boolean };
  language: string;
}

const NOTHING: Server = {
  permissions: [],
  company: { trial_days_left: null, read_only: false, administrators: [] },
  count: { count: 0, more: false },
  language: 'zh-CN',
};

function Done() {
  useTitle('已办');
  return <h1>已办</h1>;
}

/** Answers what was sent to `PUT /v1/me`. */
async function open(server: Partial<Server> = {}) {
  const now = { ...NOTHING, ...server };
  const saved: unknown[] = [];
  const company = {
    id: 'c',
    name: '华东',
    zone: 'Asia/Shanghai',
    trial_ends_at: '2026-12-06T00:00:00Z',
    ...now.company,
  };
  const answers: Record<string, () => unknown> = {
    'GET /v1/me': () => ({
      id: 'm',
      name: '陈思雨',
      email: 'c@example.cn',
      department: null,
      position: '',
      permissions: now.permissions,
      first_steps: [],
      roles: [],
      language: now.language,
      company,
      version: 4,
    }),
    'GET /v1/todos/count': () => now.count,
    'GET /v1/apps': () => ({ items: [], next_cursor: null }),
    'GET /v1/session': () => ({ tenant_id: 'c', companies: [] }),
  };
  vi.stubGlobal('fetch', async (address: string, init: RequestInit = {}) => {
    const { pathname } = new URL(address, 'http://127.0.0.1');
    if (init.method === 'PUT') {
      saved.push([JSON.parse(init.body as string), new Headers(init.headers).get('If-Match')]);
      return await Promise.resolve(Response.json({}));
    }
    return await Promise.resolve(Response.json(answers[`${init.method ?? 'GET'} ${pathname}`]?.() ?? {}));
  });
  const client = createQueryClient();
  const router = createMemoryRouter(
    [{ loader: requireSession(client), Component: Shell, children: [{ path: '*', Component: Done }] }],
    { initialEntries: ['/done'] },
  );
  render(
    <Providers client={client}>
      <Suspense>
        <RouterProvider router={router} />
      </Suspense>
    </Providers>,
  );
  await screen.findByRole('heading', { name: '已办' });
  return { saved, now, router };
}

beforeEach(async () => {
  await startTranslation();
  await changeLanguage('zh-CN');
});

describe('what waits', () => {
  const links = () => screen.getAllByRole('link', { name: /^待办/ });

  it('is counted at both navigations and in the title of every page', async () => {
    await open({ count: { count: 3, more: false } });
    await waitFor(() => expect(document.title).toBe('(3) 已办 · 办理'));
    expect(links().map((link) => link.getAttribute('aria-label'))).toEqual(Array(2).fill('待办 3 件待处理'));
    for (const link of links()) expect(within(link).getByText('3')).toBeTruthy();
  });

  it('is more than ninety-nine, or nothing', async () => {
    const { now, router } = await open({ count: { count: 99, more: true } });
    await waitFor(() => expect(document.title).toBe('(99+) 已办 · 办理'));
    expect(links()[0]?.getAttribute('aria-label')).toBe('待办 99+ 件待处理');
    now.count = { count: 0, more: false };
    // The page of the to-dos shows them anew, so the count is asked for anew.
    await router.navigate('/todos');
    await waitFor(() => expect(document.title).toBe('已办 · 办理'));
    expect(links()[0]?.hasAttribute('aria-label')).toBe(false);
  });
});

describe('the end of the trial', () => {
  const company = (trial_days_left: number, read_only = false, administrators: string[] = []) => ({
    company: { trial_days_left, read_only, administrators },
  });
  const manager = { permissions: ['company.manage'] };
  const note = () => screen.queryByText(/试用/)?.textContent ?? '';

  it('is said from five days before, to those who can act on it', async () => {
    await open({ ...company(5), ...manager });
    expect(note()).toContain('试用还剩 5 天');
    expect(screen.getByRole('link', { name: '如何继续使用' }).getAttribute('href')).toBe('/company');
  });

  it.each([
    ['six days before', { ...company(6), ...manager }],
    ['to others', company(1)],
    ['to builders', { ...company(1), permissions: ['forms.build', 'flows.build'] }],
  ])('is not said %s', async (_when, server) => {
    await open(server);
    expect(note()).toBe('');
  });

  it('is said to everybody once it is there, with whom to ask', async () => {
    await open(company(0, true, ['王建军', '李丽']));
    expect(note()).toContain('试用已到期');
    expect(note()).toContain('想继续使用，请告诉管理员王建军、李丽。');
  });
});

describe('the language', () => {
  it('of the account is that of the page', async () => {
    await open({ language: 'en' });
    expect(currentLanguage()).toBe('en');
  });

  it('that is chosen here is kept in the account', async () => {
    const { saved } = await open();
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /陈思雨/ }));
    await user.click(await screen.findByRole('radio', { name: 'English' }));
    expect(currentLanguage()).toBe('en');
    await waitFor(() => expect(saved).toEqual([[{ name: '陈思雨', language: 'en' }, '"4"']]));
  });
});
