import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import { EntryForm } from '@/entities/entry/entry-form';
import type { Field } from '@/entities/field/definition';
import { renderRoute } from '@/testing/render-route';

import type { Rule } from './rules';
import { useCircumstances, useEntry } from './use-entry';

const fields = [
  { id: 'amount', type: 'number', name: '金额' },
  { id: 'reason', type: 'text', name: '原因', required: true },
  { id: 'code', type: 'text', name: '编码', default: 'C-0' },
  { id: 'total', type: 'number', name: '合计' },
] as Field[];

const rules: Rule[] = [
  {
    id: 'r',
    when: { field: 'amount', op: 'gt', value: '10' },
    then: [
      { act: 'show', fields: ['reason'] },
      { act: 'readonly', fields: ['code'] },
      { act: 'set', fields: ['total'], value: { formula: 'amount * 2' } },
    ],
  },
];
const start = { amount: '5', code: 'mine' };

function Filling() {
  const here = useCircumstances();
  const entry = useEntry(fields, start, here, undefined, undefined, rules);
  return (
    <EntryForm formId="f" entry={entry} problem={null} note="" actions={() => null} onSubmit={() => null} />
  );
}

it('shows, locks and fills in fields while somebody types, says so, and leaves the focus where it is', async () => {
  const { user } = await renderRoute(Filling, {
    path: '/',
    namespaces: ['components', 'entry'],
    signedIn: true,
  });
  const amount = await screen.findByLabelText(/金额/);
  expect(screen.queryByLabelText('原因')).toBeNull();
  await user.clear(amount);
  await user.type(amount, '50');
  expect(screen.getByLabelText('原因')).toBeTruthy();
  expect(screen.getByText('新显示：原因。').getAttribute('aria-live')).toBe('polite');
  expect(document.activeElement).toBe(amount);
  const code = screen.getByLabelText<HTMLInputElement>(/编码/);
  expect([code.value, code.matches(':disabled')]).toEqual(['C-0', true]);
  expect(screen.getByLabelText<HTMLInputElement>(/合计/).value).toBe('100');
  await user.keyboard('{Backspace}');
  expect(screen.getByText('不再显示：原因。')).toBeTruthy();
  expect(screen.getByLabelText<HTMLInputElement>(/编码/).value).toBe('mine');
});
