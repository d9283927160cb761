/** The kinds of approver rules, found by their folders: a new one is added by adding a folder. */
import type { Rule, RuleType } from '../model/types';

import type { RuleModule } from './rule-type';

const modules = import.meta.glob<RuleModule>('./types/*/index.tsx', { eager: true, import: 'rule' });

const BY_TYPE = new Map(Object.values(modules).map((each) => [each.type, each]));

/** In the order of the menu. */
export const RULES = [...BY_TYPE.values()].sort((one, other) => one.rank - other.rank);

export function ruleModule(type: RuleType): RuleModule {
  const found = BY_TYPE.get(type);
  if (!found) throw new Error(`There is no rule of the type ${type}.`);
  return found;
}

export const moduleOf = ({ type }: Rule): RuleModule => ruleModule(type);
