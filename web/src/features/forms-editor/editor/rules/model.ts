/** What a rule may do to which field, as publishing judges it. */
import type { Comparison } from '@/entities/condition/types';
import type { Rule, RuleAction } from '@/entities/entry/rule-plan';
import type { Field } from '@/entities/field/definition';
import { columnsOf, isComputed, isMoved, typeOf } from '@/entities/field/registry';

export type Act = RuleAction['act'];

export const ACTS: readonly Act[] = ['show', 'hide', 'require', 'readonly', 'set', 'message'];
const OF_COLUMNS: readonly Act[] = ['show', 'hide', 'require', 'readonly'];
const OF_KEPT: readonly Act[] = ['show', 'hide'];

export function firstCondition(test: Comparison): Rule['when'] {
  return { all: [test] };
}

export function newRule(id: string, test: Comparison, first: Field): Rule {
  return { id, when: firstCondition(test), then: [{ act: 'show', fields: [first.id] }] };
}

/** With a path and its field, and the lines of a column. */
export interface Target {
  path: string;
  field: Field;
  lines?: Field;
}

export function targetsOf(act: Act, fields: Field[]): Target[] {
  const own = fields.filter((field) => may(act, field)).map((field) => ({ path: field.id, field }));
  if (!OF_COLUMNS.includes(act)) return own;
  const columns = fields.flatMap((lines) =>
    columnsOf(lines)
      .filter((field) => may(act, field))
      .map((field) => ({ path: `${lines.id}.${field.id}`, field, lines })),
  );
  return [...own, ...columns];
}

function may(act: Act, field: Field): boolean {
  if (isComputed(field) || isMoved(field)) return OF_KEPT.includes(act);
  return act !== 'set' || isFilled(field);
}

const NOT_FILLED: readonly string[] = ['opaque', 'record'];
const BY_FORMULA: readonly string[] = ['text', 'date', 'choice'];

function isFilled(field: Field): boolean {
  const { compare, givenAtSubmission } = typeOf(field);
  return !NOT_FILLED.includes(compare) && !givenAtSubmission;
}

export function takesFormula(field: Field): boolean {
  const { figure, compare } = typeOf(field);
  return figure !== undefined || BY_FORMULA.includes(compare);
}

/** The same fields as far as the act may be done to them; else the first that it may. */
export function withAct(action: RuleAction, act: Act, fields: Field[]): RuleAction {
  const possible = targetsOf(act, fields).map(({ path }) => path);
  const kept = action.fields.filter((path) => possible.includes(path));
  const wanted = kept.length > 0 ? kept : possible.slice(0, 1);
  return { act, fields: act === 'set' ? wanted.slice(0, 1) : wanted };
}
