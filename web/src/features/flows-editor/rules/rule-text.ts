/** A rule in words, with names: for the cards of steps, and as the sentence in which it is edited. */
import type { TFunction } from 'i18next';

import type { FlowField, Names, Rule } from '../model/types';

import { isSet, namesDepartment } from './rule-model';

export interface Words {
  t: TFunction<'flows-editor'>;
  fields: FlowField[];
  names: Names;
}

/** As many names as a card can hold; the others are counted. */
export const NAMED = 3;

/** Whom the rule means: "发起人的直属上级". What is not chosen yet is said instead. */
export function ruleText(rule: Rule, { t, fields, names }: Words): string {
  if (!isSet(rule)) return t(`rules.unset.${rule.type as 'member'}`);
  switch (rule.type) {
    case 'member':
      return memberNames(rule.members, { t, names });
    case 'role':
      return t('rules.who.role', { role: names.role(rule.role) ?? '…' });
    case 'department_head': {
      const { department, level = 1 } = rule;
      if (department === undefined && rule.departments === 'all')
        return t(level > 1 ? 'rules.who.own_heads_up' : 'rules.who.own_heads', up(level));
      if (department === undefined)
        return t(level > 1 ? 'rules.who.own_head_up' : 'rules.who.own_head', up(level));
      const name = names.department(department) ?? '…';
      return t(level > 1 ? 'rules.who.head_up' : 'rules.who.head', { department: name, ...up(level) });
    }
    case 'manager': {
      const { level = 1 } = rule;
      return t(level > 1 ? 'rules.who.manager_up' : 'rules.who.manager', { level });
    }
    case 'initiator':
      return t('rules.who.initiator');
    case 'field': {
      const found = fields.find(({ id }) => id === rule.field);
      const { level = 1 } = rule;
      const field = nameOf(found, t);
      if (!namesDepartment(found)) return t('rules.who.field', { field });
      return t(level > 1 ? 'rules.who.field_head_up' : 'rules.who.field_head', { field, ...up(level) });
    }
    case 'choice':
      return t('rules.who.choice', {
        field: nameOf(
          fields.find(({ id }) => id === rule.field),
          t,
        ),
      });
  }
}

export function levelText(kind: 'manager' | 'head', level: number, t: Words['t']): string {
  return level === 1 ? t(`rules.level.${kind}_first`) : t(`rules.level.${kind}`, { level, ...up(level) });
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

/** "张三、李四、王五 等 8 人" */
export function memberNames(members: string[], { t, names }: Pick<Words, 't' | 'names'>): string {
  const shown = members
    .slice(0, NAMED)
    .map((id) => names.member(id) ?? '…')
    .join(t('rules.comma'));
  return members.length > NAMED ? t('rules.who.members', { names: shown, count: members.length }) : shown;
}

/** Members whose names the texts of these rules need. */
export function namedMembers(rules: Rule[]): string[] {
  return [...new Set(rules.flatMap((rule) => (rule.type === 'member' ? rule.members.slice(0, NAMED) : [])))];
}

/** Level 1 is the department itself. */
const up = (level: number) => ({ count: level - 1 });

function nameOf(field: FlowField | undefined, t: Words['t']): string {
  return field?.name ?? t('rules.goneField');
}
