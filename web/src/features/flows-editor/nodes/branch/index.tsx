/** A branch: ways of which a record takes one. */
import { Split } from 'lucide-react';

import { conditionNames, joinNames } from '@/entities/condition/text';
import { comparisonsOf } from '@/entities/condition/tree';

import { newArm } from '../../model/new-arm';
import { defineNode } from '../node-type';

import { BranchSettings } from './branch-settings';

export const node = defineNode<'branch'>({
  type: 'branch',
  rank: 3,
  icon: Split,
  offered: 'nestable',
  create: (common, words) => ({
    type: 'branch',
    ...common,
    branches: [newArm(1, words)],
    default: { steps: [] },
  }),
  named: ({ branches }, operands) =>
    joinNames(branches.map(({ condition }) => conditionNames(condition, operands))),
  reads: ({ branches }) =>
    branches.flatMap(({ condition }) => comparisonsOf(condition).map(({ field }) => field)),
  Settings: BranchSettings,
});
