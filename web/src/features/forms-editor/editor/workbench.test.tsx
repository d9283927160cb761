import { screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Schemas } from '@/lib/api/types';
import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import { Page } from '../editor-page';

type Definition = Schemas['FormsFormDefinition'];

const head = {
  id: 'f1',
  key: 'f1',
  app_id: '',
  name: '报销单',
  description: '',
  icon: '',
  color: '',
  approval: 'none',
  flow_id: '',
  archived: false,
  published_version: 0,
  created_by: 'm',
  created_at: '2026-11-01T00:00:00Z',
  updated_at: '2026-11-01T00:00:00Z',
};
const start = {
  name: '报销单',
  fields: [
    { id: 'reason', key: 'reason', type: 'text', name: '事由' },
    { id: 'amount', key: 'amount', type: 'number', name: '金额' },
  ],
} as Definition;

async function open(uses: Schemas['FormsFieldUses'] = { stored: false, uses: [] }) {
  let saved = start;
  let version = 1;
  const draft = () => ({
    ...head,
    definition: saved,
    version,
    updated_by: 'm',
    may_give: { read_all: true, edit_all: true },
  });
  const { user } = await renderRoute(Page, {
    path: '/:formId',
    at: '/f1',
    namespaces: ['components', 'editing', 'entry', 'field', 'field-types', 'forms-editor'],
    signedIn: true,
    answers: {
      'GET /v1/forms/{form_id}': () => answer(200, draft()),
      'PUT /v1/forms/{form_id}': ({ body }: Call) => {
        saved = body as Definition;
        version += 1;
        return answer(200, draft());
      },
      'POST /v1/forms/{form_id}/check': () => answer(200, { problems: [], changes: [] }),
      'GET /v1/forms/{form_id}/fields/{path}/uses': () => answer(200, uses),
    },
  });
  await screen.findByRole('button', { name: '设置“金额”（数字）' });
  return { user, saved: () => saved };
}

const stored = (definition: Definition) =>
  (definition.layout?.parts ?? []).map(({ name, fields }) => [name, fields]);

it('adds a section, and moves a field into it by keys', async () => {
  const { user, saved } = await open();
  await user.click(screen.getByRole('button', { name: '添加字段' }));
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: '分组' }));
  const head = await screen.findByRole('button', { name: '设置“新分组”（分组）' });
  expect(head.getAttribute('aria-pressed')).toBe('true');
  screen.getByRole('button', { name: '设置“金额”（数字）' }).focus();
  await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await waitFor(() => expect(stored(saved())).toEqual([['新分组', ['amount']]]), { timeout: 3000 });
  expect(within(screen.getByRole('list', { name: '新分组' })).getAllByRole('listitem')).toHaveLength(1);
});

it('says who uses a field before it is deleted', async () => {
  const use = { kind: 'field', type: 'formula', name: '合计', form_id: 'f2', form_name: '月报' } as const;
  const { user } = await open({ stored: true, uses: [use] });
  screen.getByRole('button', { name: '设置“金额”（数字）' }).focus();
  await user.keyboard('{Delete}');
  const dialog = await screen.findByRole('dialog', { name: '删除“金额”？' });
  expect(dialog.textContent).toContain('表单“月报”：公式字段“合计”的设置');
  expect(dialog.textContent).toContain('已经填写的内容会保留');
  await user.click(within(dialog).getByRole('button', { name: '不删除' }));
  expect(screen.queryByRole('button', { name: '设置“金额”（数字）' })).not.toBeNull();
});

it('deletes at once what nobody uses', async () => {
  const { user } = await open();
  screen.getByRole('button', { name: '设置“金额”（数字）' }).focus();
  await user.keyboard('{Delete}');
  await waitFor(() => expect(screen.queryByRole('button', { name: '设置“金额”（数字）' })).toBeNull());
});
