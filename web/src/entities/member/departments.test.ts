import { expect, it } from 'vitest';

import type { Schemas } from '@/lib/api/types';

import { departmentPath } from './departments';

const make = (id: string, parent_id: string) =>
  ({ id, name: id, parent_id }) as Schemas['DirectoryDepartment'];
const departments = [make('公司', ''), make('销售', '公司'), make('华东', '销售')];

it('a department is named with those above it, without the company', () => {
  expect(departmentPath(departments, '华东')).toBe('销售 / 华东');
  expect(departmentPath(departments, '公司')).toBe('公司');
});

it('a circle ends', () => {
  expect(departmentPath([make('a', 'b'), make('b', 'a')], 'a')).toBe('b / a');
});
