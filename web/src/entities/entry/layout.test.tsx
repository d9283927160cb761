import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Field } from '@/entities/field/definition';
import type { Layout } from '@/entities/form/layout/blocks';
import { renderRoute } from '@/testing/render-route';

import { EntryForm } from './entry-form';
import { startingWith } from './input-state';
import type { Rule } from './rules';
import { useCircumstances, useEntry } from './use-entry';

const text = (id: string, name: string, required = true): Field => ({ id, type: 'text', name, required });
const fields = [
  text('title', '标题', false),
  text('customer', '客户'),
  text('phone', '电话'),
  text('bank', '开户行'),
  text('account', '账号'),
];
const layout: Layout = {
  parts: [
    { id: 'a', kind: 'tab', name: '基本', fields: ['customer'] },
    { id: 'b', kind: 'tab', name: '联系', fields: ['phone'] },
    { id: 't', kind: 'text', text: '请核对银行信息' },
    { id: 'c', kind: 'section', name: '银行', collapsed: true, fields: ['bank', 'account'] },
  ],
};

async function open(rules: Rule[] = []) {
  const Filling = () => {
    const here = useCircumstances();
    const entry = useEntry(fields, startingWith(fields, here), here, undefined, undefined, rules);
    return (
      <EntryForm
        formId="orders"
        entry={entry}
        layout={layout}
        problem={null}
        note=""
        actions={() => <button type="submit">提交</button>}
        onSubmit={() => entry.check()}
      />
    );
  };
  const { user } = await renderRoute(Filling, {
    path: '/',
    namespaces: ['components', 'entry'],
    signedIn: true,
  });
  await screen.findByRole('tab', { name: '基本' });
  return user;
}

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name);
const seen = (element: HTMLElement) => element.closest('[hidden]') === null;

it('counts what is wrong out of sight, and opens it on the way to the next fault', async () => {
  const user = await open();
  await user.click(screen.getByRole('button', { name: '提交' }));
  expect(document.activeElement).toBe(field('客户'));
  expect(screen.getByRole('tab', { name: /^联系 ?1 处$/ }).getAttribute('aria-selected')).toBe('false');
  expect(screen.getByRole('button', { name: /^银行/ }).textContent).toContain('2 处');
  const next = screen.getByRole('button', { name: '查看下一处' });
  await user.click(next);
  expect(document.activeElement).toBe(field('客户'));
  await user.click(next);
  expect(document.activeElement).toBe(field('电话'));
  const tab = await screen.findByRole('tab', { name: '联系' });
  expect(tab.getAttribute('aria-selected')).toBe('true');
  expect([seen(field('客户')), seen(field('电话'))]).toEqual([false, true]);
  await user.click(next);
  expect(document.activeElement).toBe(field('开户行'));
  await waitFor(() =>
    expect(screen.getByRole('button', { name: '银行' }).getAttribute('aria-expanded')).toBe('true'),
  );
});

it('moves between tabs with the arrow keys, and keeps what was typed in each', async () => {
  const user = await open();
  await user.type(field('客户'), '华东阀门');
  screen.getByRole('tab', { name: '基本' }).focus();
  await user.keyboard('{ArrowRight}');
  expect(screen.getByRole('tabpanel', { name: '联系' })).not.toBeNull();
  expect(seen(field('客户'))).toBe(false);
  await user.keyboard('{Home}');
  expect(seen(field('客户'))).toBe(true);
  expect(field('客户').value).toBe('华东阀门');
});

it('shows no tab whose fields a rule hides', async () => {
  const always = { formula: '1 = 1' };
  await open([{ id: 'r', when: always, then: [{ act: 'hide', fields: ['phone'] }] }]);
  expect(screen.queryByRole('tab', { name: '联系' })).toBeNull();
  expect(screen.getByText('请核对银行信息')).not.toBeNull();
});
