import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { StoredRecord } from '@/entities/record/api';
import { answer, type Call } from '@/testing/mock/http';
import { renderRoute } from '@/testing/render-route';

import { MaskedNote } from './masked-note';
import { Readers } from './readers';

const record = {
  id: 'r',
  may: { change: false, reveal: ['phone'], explain: true },
} as unknown as StoredRecord;
const fields = [{ id: 'phone', type: 'text', name: '电话' }] as const;

it('names who sees the record, and through what', async () => {
  const reader = {
    member_id: 'li',
    name: '李娜',
    reads: true,
    everything: false,
    read_all: false,
    shared: false,
    groups: [{ id: 'g1', name: '销售', rows: 'department', actions: [], by: ['departments'] }],
    fields: {},
  };
  const { user } = await renderRoute(() => <Readers record={record} />, {
    path: '/',
    namespaces: ['components', 'forms'],
    signedIn: true,
    answers: { 'GET /v1/records/{id}/readers': () => answer(200, { items: [reader], next_cursor: null }) },
  });
  await user.click(screen.getByRole('button', { name: '谁能看到' }));
  expect(await screen.findByText('李娜')).toBeTruthy();
  expect(screen.getByText('权限组“销售”：因为部门')).toBeTruthy();
});

it('shows a masked value whole only when it is asked for', async () => {
  const asked: unknown[] = [];
  const { user } = await renderRoute(() => <MaskedNote record={record} fields={[...fields]} />, {
    path: '/',
    namespaces: ['components', 'forms'],
    signedIn: true,
    answers: {
      'POST /v1/records/{id}/reveal': ({ body }: Call) => {
        asked.push(body);
        return answer(200, { field: 'phone', value: '13812341234' });
      },
    },
  });
  expect(screen.queryByText('13812341234')).toBeNull();
  await user.click(screen.getByRole('button', { name: '查看“电话”的完整内容' }));
  expect(await screen.findByText('13812341234')).toBeTruthy();
  expect(asked).toEqual([{ field: 'phone' }]);
});
