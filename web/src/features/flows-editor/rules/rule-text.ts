/** A rule in words, with names: for the cards of steps, and as the sentence in which it is edited. */
import type { Rule } from '../model/types';

import { isSet } from './rule-model';
import { moduleOf } from './rule-types';
import type { Words } from './rule-words';

/** Whom the rule means: "发起人的直属上级". What is not chosen yet is said instead. */
export function ruleText(rule: Rule, words: Words): string {
  if (!isSet(rule)) return words.t(`rules.unset.${rule.type as 'member'}`);
  return moduleOf(rule).text(rule, words);
}

export type Use = 'approve' | 'cc';

/** "由 发起人的直属上级 审批" */
export function ruleSentence(rule: Rule, use: Use, words: Words): string {
  const who = ruleText(rule, words);
  return isSet(rule) ? words.t(`rules.sentence.${use}`, { who }) : who;
}

/** All rules of a step in one line. */
export function rulesText(rules: Rule[], words: Words): string {
  return rules.map((rule) => ruleText(rule, words)).join(words.t('rules.separator'));
}

/** Members whose names the texts of these rules need. */
export function namedMembers(rules: Rule[]): string[] {
  return [...new Set(rules.flatMap((rule) => moduleOf(rule).named?.(rule) ?? []))];
}
