import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import { renderRoute } from '@/testing/render-route';

import { PreferencesCard } from './preferences-card';

const open = async () => {
  const rendered = await renderRoute(PreferencesCard, { path: '/account', namespaces: ['notifications'] });
  await screen.findByRole('switch', { name: /新的待办/ });
  return rendered;
};

const isOn = (name: RegExp) => screen.getByRole('switch', { name }).getAttribute('aria-checked') === 'true';

it('begins with everything on, and saves each switch at once', async () => {
  const { user } = await open();
  expect([isOn(/新的待办/), isOn(/审批结果/), isOn(/抄送/)]).toEqual([true, true, true]);
  await user.click(screen.getByRole('switch', { name: /抄送/ }));
  await waitFor(() => expect(isOn(/抄送/)).toBe(false));
  await waitFor(() =>
    expect(screen.getByRole('switch', { name: /新的待办/ }).hasAttribute('disabled')).toBe(false),
  );
  await user.click(screen.getByRole('switch', { name: /新的待办/ }));
  await waitFor(() => expect([isOn(/新的待办/), isOn(/抄送/)]).toEqual([false, false]));
});
