import { describe, expect, it } from 'vitest';

import { branchesOf, placesFor } from './department-tree';
import type { Department } from './org-api';

const department = (id: string, parent_id: string): Department => ({
  id,
  name: id.toUpperCase(),
  parent_id,
  head_id: '',
  head: '',
  head_ids: [],
  heads: [],
  members: 0,
  version: 1,
});

const LIST = [
  department('east', 'sales'),
  department('finance', 'root'),
  department('root', ''),
  department('sales', 'root'),
];

describe('branchesOf', () => {
  it('puts each department below its parent, with its depth and path', () => {
    expect(branchesOf(LIST).map(({ department: { id }, depth, path }) => [id, depth, path])).toEqual([
      ['root', 0, 'ROOT'],
      ['finance', 1, 'FINANCE'],
      ['sales', 1, 'SALES'],
      ['east', 2, 'SALES / EAST'],
    ]);
  });

  it('knows which ones have others below them', () => {
    const parents = branchesOf(LIST).filter(({ parent }) => parent);
    expect(parents.map((branch) => branch.department.id)).toEqual(['root', 'sales']);
  });

  it('loses none whose parent is missing', () => {
    expect(branchesOf([department('lost', 'gone')])).toHaveLength(1);
  });
});

describe('placesFor', () => {
  it('leaves out the department and all below it', () => {
    expect(placesFor(branchesOf(LIST), 'sales').map((branch) => branch.department.id)).toEqual([
      'root',
      'finance',
    ]);
  });

  it('offers everything for a new one', () => {
    expect(placesFor(branchesOf(LIST), '')).toHaveLength(4);
  });
});
