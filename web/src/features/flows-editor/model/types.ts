/**
 * A flow's definition as the editor knows it: the contract's shapes, with the kinds of steps and rules told apart,
 * which the generated types do not; and what the editor needs to know of the form's fields and of the company's names.
 */
import type { FieldType, FormulaResult } from '@/entities/field/definition';
import type { Schemas } from '@/lib/api/types';

/** Whom a rule names. What is not chosen yet is empty; only publishing asks for it. */
export type Rule =
  | { type: 'member'; members: string[] }
  /** '' until one is chosen. */
  | { type: 'role'; role: string }
  /** Without a department: the initiator's own. Level 1 (also if missing) is the department itself, 2 the one above. */
  | { type: 'department_head'; department?: string; level?: number }
  /** Level 1 (also if missing) is the initiator's direct manager. */
  | { type: 'manager'; level?: number }
  | { type: 'initiator' }
  /** The members of a member field, or the head of a department field's department (`level` as above). */
  | { type: 'field'; field: string; level?: number }
  /** Members by option of a single-choice field. */
  | { type: 'choice'; field: string; map: Record<string, string[]> };
export type RuleType = Rule['type'];

/** Holds if, in any of the groups, all of the tests hold. */
export type Condition = Schemas['FlowsCondition'];
export type Group = Condition['any'][number];
export type Test = Group['all'][number];
export type Operator = Test['op'];

export type Approve = Omit<Schemas['FlowsStepApprove'], 'type' | 'approvers'> & {
  type: 'approve';
  approvers: Rule[];
};
export type Cc = Omit<Schemas['FlowsStepCc'], 'type' | 'recipients'> & { type: 'cc'; recipients: Rule[] };
export type End = Omit<Schemas['FlowsStepEnd'], 'type'> & { type: 'end' };
export interface Arm {
  id: string;
  name: string;
  condition: Condition;
  steps: Step[];
}
export interface DefaultArm {
  name?: string;
  steps: Step[];
}
export interface Branch {
  type: 'branch';
  id: string;
  name: string;
  branches: Arm[];
  default: DefaultArm;
}
export type Step = Approve | Cc | Branch | End;
export type StepType = Step['type'];

/** It has arms, with steps inside. */
export const hasArms = (step: Step): step is Branch => 'branches' in step;
/** Nothing comes after it. */
export const isEnd = (step: Step): step is End => 'outcome' in step;

export type Starters = NonNullable<Schemas['FlowsDefinition']['initiators']>;
export type Definition = Omit<Schemas['FlowsDefinition'], 'steps'> & { steps: Step[] };

/** As what a field is compared: the server's own kinds. `opaque` can only be asked whether it is empty. */
export type FieldKind =
  | 'text'
  | 'decimal'
  | 'date'
  | 'datetime'
  | 'boolean'
  | 'choice'
  | 'choices'
  | 'member'
  | 'members'
  | 'department'
  | 'departments'
  | 'opaque';

/** A field of the form, as conditions and rules see it. Columns of lines are not among them. */
export interface FlowField {
  id: string;
  /** In the page's language. */
  name: string;
  kind: FieldKind;
  /** What it looks like to people; of a formula the type of its result: percentages are stored as fractions. */
  shown: Exclude<FieldType, 'formula'> | Exclude<FormulaResult, FieldType>;
  /** Of choices, in the form's order; `label` in the page's language. */
  choices: { value: string; label: string }[];
  currency?: string;
  unit?: string;
}

/** Names of what stands in a definition as an id; undefined while unknown. */
export interface Names {
  member: (id: string) => string | undefined;
  role: (id: string) => string | undefined;
  department: (id: string) => string | undefined;
}

/** What checking says about one setting of a step. */
export interface Fault {
  /**
   * Where, below what an editor edits, without a leading slash: `any/0/all/1/value` for a condition, `0/members` for
   * a list of rules; '' for all of it.
   */
  at: string;
  message: string;
  /** A warning does not stand in the way of publishing. */
  warns: boolean;
}
