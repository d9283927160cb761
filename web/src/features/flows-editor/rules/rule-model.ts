/** The kinds of rules that name people: which a form allows, how one starts, and what changing a setting makes of it. */
import { withOption } from '@/lib/editing/omit';

import type { Fault, FlowField, Rule, RuleType } from '../model/types';

import { moduleOf, ruleModule } from './rule-types';

export const MOST_RULES = 20;
export const LEVELS = Array.from({ length: 20 }, (_, index) => index + 1);

/** Fields that a rule of this kind can read; null for rules that read none. */
export function readable(type: RuleType, fields: FlowField[]): FlowField[] | null {
  const { reads } = ruleModule(type);
  return reads ? fields.filter(reads) : null;
}

/** A new rule. Where the form has only one field for it, that one is meant. */
export function newRule(type: RuleType, fields: FlowField[]): Rule {
  const suitable = readable(type, fields) ?? [];
  return ruleModule(type).create(suitable.length === 1 ? (suitable[0]?.id ?? '') : '');
}

export function namesDepartment(field: FlowField | undefined): boolean {
  return field?.kind === 'department' || field?.kind === 'departments';
}

/** The first level is what a missing one means. */
export function withLevel<R extends { level?: number }>(rule: R, level: number): R {
  return withOption(rule, 'level', level === 1 ? undefined : level);
}

/** Whether the rule says whom it means; if not, publishing asks for it. */
export function isSet(rule: Rule): boolean {
  return moduleOf(rule).isSet?.(rule) ?? true;
}

/** What is said at `at` or below it, each sentence once. */
export function faultsAt(faults: Fault[], at: string): Fault[] {
  const found = faults.filter((fault) => fault.at === at || fault.at.startsWith(`${at}/`));
  return found.filter(
    (fault, index) => found.findIndex(({ message }) => message === fault.message) === index,
  );
}
