import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { expect, it } from 'vitest';

import { ApiProblem } from '@/lib/api/problem';
import { meQuery, type Me, type Permission } from '@/lib/session/me';

import { UsedIn } from './used-in';

const uses = [
  { kind: 'form', id: 'f1', message: '表单“报价单”的“谁可以填写”。' },
  { kind: 'flow', id: 'w1', message: '流程“报价审批”的节点“财务”的审批人。' },
];

const problem = new ApiProblem({
  type: 'urn:banli:error:in_use',
  title: '“财务”还在以下位置使用，请先在那里更换：',
  status: 409,
  code: 'in_use',
  correlation_id: 'c',
  params: { uses } as never,
  errors: uses.map(({ message }) => ({ path: '', code: 'used', message })),
});

function show(...permissions: Permission[]) {
  const client = new QueryClient();
  client.setQueryData(meQuery.queryKey, { permissions } as unknown as Me);
  render(
    <QueryClientProvider client={client}>
      <MemoryRouter>
        <UsedIn problem={problem} />
      </MemoryRouter>
    </QueryClientProvider>,
  );
}

it('leads to each place that names it', () => {
  show('forms.build', 'flows.build');
  const links = screen.getAllByRole('link').map((link) => [link.getAttribute('href'), link.textContent]);
  expect(links).toEqual([
    ['/manage/forms/f1', '表单“报价单”的“谁可以填写”。'],
    ['/manage/flows/w1', '流程“报价审批”的节点“财务”的审批人。'],
  ]);
});

it('only says where, to those who may not go there', () => {
  show('flows.build');
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    '表单“报价单”的“谁可以填写”。',
    '流程“报价审批”的节点“财务”的审批人。',
  ]);
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/manage/flows/w1']);
});
