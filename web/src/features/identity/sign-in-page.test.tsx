import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { renderRoute } from '@/testing/render-route';

import { Page } from './sign-in-page';

const open = (at = '/sign-in') => renderRoute(Page, { path: '/sign-in', at, namespaces: ['identity'] });

async function signIn(user: Awaited<ReturnType<typeof open>>['user'], password: string) {
  await user.type(screen.getByLabelText('邮箱'), 'chen.siyu@example.cn');
  await user.type(screen.getByLabelText('密码'), `${password}{Enter}`);
}

it('leads to the page that was asked for', async () => {
  const { user, visited } = await open('/sign-in?next=%2Fmembers%3Fstate%3Dinactive');
  await signIn(user, 'correct horse battery');
  await waitFor(() => expect(visited()).toBe('/members?state=inactive'));
});

it('leads straight into the company of a mailed link', async () => {
  const { user, visited } = await open('/sign-in?next=%2Fruns%2F01%3Fcompany%3D01hx0000000000000000000004');
  await signIn(user, 'correct horse battery');
  await waitFor(() => expect(visited()).toBe('/runs/01'));
});

it('leaves a link of a company that is none of his to the page that says so', async () => {
  const { user, visited } = await open('/sign-in?next=%2Fruns%2F01%3Fcompany%3Dunknown');
  await signIn(user, 'correct horse battery');
  await waitFor(() => expect(visited()).toBe('/runs/01?company=unknown'));
});

it('never leads to another site', async () => {
  const { user, visited } = await open('/sign-in?next=%2F%2Fevil.example');
  await signIn(user, 'correct horse battery');
  await waitFor(() => expect(visited()).toBe('/'));
});

it('says why it was refused, and keeps what was typed', async () => {
  const { user } = await open();
  await signIn(user, 'wrong');
  expect((await screen.findByRole('alert')).textContent).toBe('邮箱或密码不正确，或账号未启用。');
  expect(screen.getByLabelText<HTMLInputElement>('邮箱').value).toBe('chen.siyu@example.cn');
});

it('asks for what is missing at its field', async () => {
  const { user } = await open();
  await user.click(screen.getByRole('button', { name: '登录' }));
  expect(await screen.findByText('请填写邮箱')).toBeTruthy();
  expect(screen.getByLabelText('密码').getAttribute('aria-invalid')).toBe('true');
});
