import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

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

it("puts the server's fault at its field", async () => {
  await fill('siyu@mailinator.com');
  const fault = await screen.findByText('请使用长期有效的工作邮箱：一次性邮箱会丢失审批通知。');
  expect(screen.getByLabelText('工作邮箱').getAttribute('aria-describedby')).toBe(fault.closest('[id]')?.id);
});
