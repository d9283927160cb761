/** Who is responsible for each option of a single-choice field. */
import type { FlowField } from '../../../model/types';
import type { RuleOf } from '../../rule-type';

export interface Option {
  value: string;
  label: string;
  members: string[];
  /** The form no longer has it: the rule cannot be published with it. */
  gone: boolean;
}

/** Every option of the field with its people, and after them the options that the form no longer has. */
export function optionsOf(rule: RuleOf<'choice'>, field: FlowField | undefined): Option[] {
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
export function withPeople(rule: RuleOf<'choice'>, option: string, members: string[]): RuleOf<'choice'> {
  const rest = Object.entries(rule.map).filter(([value]) => value !== option);
  return { ...rule, map: Object.fromEntries(members.length > 0 ? [...rest, [option, members]] : rest) };
}

/** Another field has other options. */
export function withChoiceField(rule: RuleOf<'choice'>, field: FlowField): RuleOf<'choice'> {
  return { ...rule, field: field.id, map: rule.field === field.id ? rule.map : {} };
}
