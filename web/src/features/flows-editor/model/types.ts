/**
 * A flow's definition as the editor knows it: the contract's shapes, with the kinds of steps and rules told apart,
 * which the generated types do not; and what the editor needs to know of the form's fields and of the company's names.
 */
import type { Condition, ConditionField } from '@/entities/condition/types';
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
  key?: string;
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

export type { Condition, Fault, Names } from '@/entities/condition/types';
export type { ConditionField as FlowField } from '@/entities/condition/types';
export type FieldKind = ConditionField['kind'];
