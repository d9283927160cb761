import { act, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';

import { renderRoute } from '@/testing/render-route';

import { Page } from './sign-up-page';

async function fill(email: string) {
  const { user } = await renderRoute(Page, { path: '/sign-up', namespaces: ['directory'] });
  await user.type(screen.getByLabelText('公司名称'), '华东工业品有限公司');
  await user.type(screen.getByLabelText('您的姓名'), '陈思雨');
  await user.type(screen.getByLabelText('工作邮箱'), email);
  await user.type(screen.getByLabelText('设置密码'), 'long enough for us{Enter}');
  return user;
}

it('tells where the mail went, and lets the address be changed without typing the rest again', async () => {
  const user = await fill('siyu@example.cn');
  expect(await screen.findByText('siyu@example.cn')).toBeTruthy();
  await user.click(screen.getByRole('button', { name: '换一个邮箱' }));
  expect(screen.getByLabelText<HTMLInputElement>('公司名称').value).toBe('华东工业品有限公司');
});

afterEach(() => vi.useRealTimers());

it('sends the mail again once there was time for the first one', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const user = await fill('siyu@example.cn');
  const early = await screen.findByRole<HTMLButtonElement>('button', { name: /重新发送（\d+ 秒后）/ });
  expect(early.disabled).toBe(true);
  for (let second = 0; second < 31; second++) await act(() => vi.advanceTimersByTimeAsync(1000));
  const sent = vi.mocked(fetch).mock.calls.filter(([address]) => address === '/v1/sign-up');
  await user.click(screen.getByRole('button', { name: '重新发送' }));
  expect(await screen.findByText(/已重新发送/)).toBeTruthy();
  const again = vi
    .mocked(fetch)
    .mock.calls.filter(([address]) => address === '/v1/sign-up')
    .at(-1);
  const keyOf = (call?: [unknown, RequestInit?]) => new Headers(call?.[1]?.headers).get('Idempotency-Key');
  expect(again?.[1]?.body).toBe(sent[0]?.[1]?.body);
  expect(keyOf(again as never)).not.toBe(keyOf(sent[0] as never));
}, 20_000);

it('says what one agrees to, and where to read it', async () => {
  await renderRoute(Page, { path: '/sign-up', namespaces: ['directory'] });
  const links = await screen.findAllByRole('link', { name: /用户协议|隐私政策/ });
  expect(links.map((link) => [link.getAttribute('href'), link.getAttribute('target')])).toEqual([
    ['/terms', '_blank'],
    ['/privacy', '_blank'],
  ]);
});

it("puts the server's fault at its field", async () => {
  await fill('siyu@mailinator.com');
  const fault = await screen.findByText('请使用长期有效的工作邮箱：一次性邮箱会丢失审批通知。');
  expect(screen.getByLabelText('工作邮箱').getAttribute('aria-describedby')).toBe(fault.closest('[id]')?.id);
});
