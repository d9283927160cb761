/** What a condition can look at: the form's fields, and who submits. The server's `operands.py` knows the same. */
import type { FlowField } from '../model/types';

export type Initiator = '@initiator.member' | '@initiator.department' | '@initiator.role';

/** Roles are compared as sets of ids; they have a picker of their own. */
export type OperandKind = FlowField['kind'] | 'roles';

export interface Operand extends Omit<FlowField, 'kind' | 'shown'> {
  kind: OperandKind;
  shown: FlowField['shown'] | 'role';
  /** About whoever submits, not about what was filled in. */
  initiator: boolean;
}

export function operandsOf(fields: FlowField[], nameOf: (id: Initiator) => string): Operand[] {
  const about = (id: Initiator, kind: OperandKind, shown: Operand['shown']): Operand => ({
    id,
    name: nameOf(id),
    kind,
    shown,
    choices: [],
    initiator: true,
  });
  return [
    ...fields.map((field) => ({ ...field, initiator: false })),
    about('@initiator.member', 'member', 'member'),
    about('@initiator.department', 'departments', 'department'),
    about('@initiator.role', 'roles', 'role'),
  ];
}
