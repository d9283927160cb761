/** What an approver rule is to the editor: a folder in `types/`, whose `index.tsx` answers as one object. */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

import type { Fault, FlowField, Rule, RuleType } from '../model/types';

import type { Words } from './rule-words';

export type RuleOf<T extends RuleType> = Extract<Rule, { type: T }>;

export interface RuleSettingsProps<R extends Rule = Rule> {
  rule: R;
  fields: FlowField[];
  t: Words['t'];
  faults: Fault[];
  onChange: (rule: Rule) => void;
}

export interface RuleModule<T extends RuleType = RuleType> {
  type: T;
  /** Its place in the menu: what companies use most comes first. */
  rank: number;
  icon: LucideIcon;
  /** A new rule; `field` is the only one that suits it, or ''. */
  create: (field: string) => RuleOf<T>;
  /** Fields that it can read; missing: it reads none. */
  reads?: (field: FlowField) => boolean;
  /** The field that it reads. */
  fieldOf?: (rule: RuleOf<T>) => string;
  /** Whether it says whom it means; if not, publishing asks for it. */
  isSet?: (rule: RuleOf<T>) => boolean;
  /** It may name more than one person. */
  several?: (rule: RuleOf<T>) => boolean;
  /** Whom it means, in words. */
  text: (rule: RuleOf<T>, words: Words) => string;
  /** Members whose names the text needs. */
  named?: (rule: RuleOf<T>) => string[];
  /** The setting that shows faults by itself. */
  showsFaultsAt?: string;
  Settings?: ComponentType<RuleSettingsProps<RuleOf<T>>>;
}

/** Inside, each module knows its own rule; outside, a rule is always given to the module of its type. */
export function defineRule<T extends RuleType>(module: RuleModule<T>): RuleModule {
  return module as unknown as RuleModule;
}
