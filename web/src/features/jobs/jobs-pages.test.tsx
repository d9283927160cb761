import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { renderRoute } from '@/testing/render-route';

import { Page as JobPage } from './job-page';
import { Page as JobsPage } from './jobs-page';

it('lists jobs with their progress and state', async () => {
  await renderRoute(JobsPage, { path: '/jobs', namespaces: ['jobs'], signedIn: true });
  expect(await screen.findByText('已完成 57 / 100')).toBeTruthy();
  expect(screen.getByText('失败 3 项')).toBeTruthy();
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('60');
  expect([screen.getByText('进行中'), screen.getByText('失败')].length).toBe(2);
});

it('stops a job and resumes it', async () => {
  const { user } = await renderRoute(JobPage, {
    path: '/jobs/:jobId',
    at: '/jobs/0000000000000000000000000j',
    namespaces: ['jobs'],
    signedIn: true,
  });
  expect(await screen.findByText('BJ-2026-0318 恒远机械')).toBeTruthy();
  expect(screen.getByText('内容过大。')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '停止' }));
  expect(await screen.findByText('已停止')).toBeTruthy();
  await user.click(await screen.findByRole('button', { name: '继续' }));
  expect(await screen.findByText('等待中')).toBeTruthy();
});
