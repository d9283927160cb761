import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { expect, it, vi } from 'vitest';

import { DataTable, type Column } from './data-table';

const rows = [{ id: '1', name: '华东阀门' }];

function table(sort: Column<(typeof rows)[number]>['sort']) {
  const columns = [
    { key: 'name', title: '客户', cell: ({ name }: { name: string }) => name, ...(sort ? { sort } : {}) },
  ];
  render(
    <MemoryRouter>
      <DataTable label="单据" columns={columns} rows={rows} rowKey={({ id }) => id} compact />
    </MemoryRouter>,
  );
  return screen.getByRole('columnheader', { name: /客户/ });
}

it('a heading that sorts says which way and can be pressed', async () => {
  const onPress = vi.fn();
  const heading = table({ hint: '按“客户”排序', direction: 'descending', onPress });
  expect(heading.getAttribute('aria-sort')).toBe('descending');
  await userEvent.click(screen.getByRole('button', { name: '客户' }));
  expect(onPress).toHaveBeenCalledOnce();
});

it('a heading that cannot sort says why', () => {
  const heading = table({ impossible: '不能按它排序' });
  expect(heading.title).toBe('不能按它排序');
  expect(heading.getAttribute('aria-sort')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});
