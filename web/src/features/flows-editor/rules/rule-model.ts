/** The kinds of rules that name people: which a form allows, how one starts, and what changing a setting makes of it. */
import { withOption } from '@/lib/editing/omit';

import type { Fault, FieldKind, FlowField, Rule, RuleType } from '../model/types';

/** In the order of the menu: what companies use most comes first. */
export const RULE_TYPES: readonly RuleType[] = [
  'manager',
  'department_head',
  'member',
  'role',
  'choice',
  'field',
  'initiator',
];

export const MOST_RULES = 20;
export const LEVELS = Array.from({ length: 20 }, (_, index) => index + 1);

const NAMING: readonly FieldKind[] = ['member', 'members', 'department', 'departments'];

/** Fields that a rule of this kind can read; null for rules that read none. */
export function readable(type: RuleType, fields: FlowField[]): FlowField[] | null {
  if (type === 'field') return fields.filter(({ kind }) => NAMING.includes(kind));
  if (type === 'choice') return fields.filter(({ kind }) => kind === 'choice');
  return null;
}

/** A new rule. Where the form has only one field for it, that one is meant. */
export function newRule(type: RuleType, fields: FlowField[]): Rule {
  const suitable = readable(type, fields) ?? [];
  const field = suitable.length === 1 ? (suitable[0]?.id ?? '') : '';
  switch (type) {
    case 'member':
      return { type, members: [] };
    case 'role':
      return { type, role: '' };
    case 'field':
      return { type, field };
    case 'choice':
      return { type, field, map: {} };
    default:
      return { type };
  }
}

export function namesDepartment(field: FlowField | undefined): boolean {
  return field?.kind === 'department' || field?.kind === 'departments';
}

/** The first level is what a missing one means. */
export function withLevel<R extends { level?: number }>(rule: R, level: number): R {
  return withOption(rule, 'level', level === 1 ? undefined : level);
}

type Head = Extract<Rule, { type: 'department_head' }>;

/** '' for the initiator's own. */
export function withDepartment(rule: Head, department: string): Head {
  return withOption(rule, 'department', department || undefined);
}

/** Another field has other options; a level means something for departments only. */
export function withField(
  rule: Extract<Rule, { type: 'field' | 'choice' }>,
  field: FlowField,
): Extract<Rule, { type: 'field' | 'choice' }> {
  if (rule.type === 'choice')
    return { ...rule, field: field.id, map: rule.field === field.id ? rule.map : {} };
  return namesDepartment(field) ? { ...rule, field: field.id } : { type: 'field', field: field.id };
}

export interface Option {
  value: string;
  label: string;
  members: string[];
  /** The form no longer has it: the rule cannot be published with it. */
  gone: boolean;
}

/** Every option of the field with its people, and after them the options that the form no longer has. */
export function optionsOf(rule: Extract<Rule, { type: 'choice' }>, field: FlowField | undefined): Option[] {
  const choices = field?.choices ?? [];
  const known = choices.map(({ value, label }) => ({
    value,
    label,
    members: rule.map[value] ?? [],
    gone: false,
  }));
  const gone = Object.entries(rule.map)
    .filter(([value]) => !choices.some((choice) => choice.value === value))
    .map(([value, members]) => ({ value, label: value, members, gone: true }));
  return [...known, ...gone];
}

/** Nobody for an option takes the option out. */
export function withPeople(
  rule: Extract<Rule, { type: 'choice' }>,
  option: string,
  members: string[],
): Extract<Rule, { type: 'choice' }> {
  const rest = Object.entries(rule.map).filter(([value]) => value !== option);
  return { ...rule, map: Object.fromEntries(members.length > 0 ? [...rest, [option, members]] : rest) };
}

/** Whether the rule says whom it means; if not, publishing asks for it. */
export function isSet(rule: Rule): boolean {
  switch (rule.type) {
    case 'member':
      return rule.members.length > 0;
    case 'role':
      return rule.role !== '';
    case 'field':
    case 'choice':
      return rule.field !== '';
    default:
      return true;
  }
}

/** What is said at `at` or below it, each sentence once. */
export function faultsAt(faults: Fault[], at: string): Fault[] {
  const found = faults.filter((fault) => fault.at === at || fault.at.startsWith(`${at}/`));
  return found.filter(
    (fault, index) => found.findIndex(({ message }) => message === fault.message) === index,
  );
}
