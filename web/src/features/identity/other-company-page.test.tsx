import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { renderRoute } from '@/testing/render-route';

import { Page } from './other-company-page';

const HERE = '01hx0000000000000000000003';
const THERE = '01hx0000000000000000000004';

const open = (company: string) =>
  renderRoute(Page, {
    path: '/other-company',
    at: `/other-company?next=${encodeURIComponent(`/runs/01?company=${company}`)}`,
    namespaces: ['identity'],
  });

it('offers the company of the link, by name, and to stay', async () => {
  await open(THERE);
  expect(await screen.findByRole('button', { name: '前往 华南贸易有限公司' })).toBeTruthy();
  expect(screen.getByRole('link', { name: '留在 华东工业品有限公司' }).getAttribute('href')).toBe('/');
});

it('asks nothing of who is there already', async () => {
  const { visited } = await open(HERE);
  await waitFor(() => expect(visited()).toBe('/runs/01'));
});

it('lets somebody sign in with another account when the company is none of his, and keeps the link', async () => {
  const { user, visited } = await open('01hx0000000000000000000009');
  await user.click(await screen.findByRole('button', { name: '换个账号登录' }));
  await waitFor(() =>
    expect(visited()).toBe(
      `/sign-in?next=${encodeURIComponent('/runs/01?company=01hx0000000000000000000009')}`,
    ),
  );
});
