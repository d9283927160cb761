/** The form's fields and who submits, as conditions see them; the server's `form_view.py` and `filter_kinds.py` decide the same. */
import type { Language } from '@/config/languages';
import { pathName } from '@/entities/field/choice-paths';
import type { Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { fieldType, shownType, valuesOf } from '@/entities/field/registry';

import type { ConditionField, Operand } from './types';

export function conditionField(field: Field, language: Language): ConditionField {
  const { id, name } = field;
  const { options = {} } = valuesOf(field);
  const shown = shownType(field);
  const { compare, compareSeveral, offered } = fieldType(shown);
  const choices = offered?.(field) ?? options.choices ?? [];
  const kind = compareSeveral && options.multiple === true ? compareSeveral : compare;
  return {
    id,
    name: labelText(name, language),
    kind,
    shown: shown as ConditionField['shown'],
    choices: choices.map(({ value }) => ({ value, label: pathName(choices, value, language) })),
    ...(options.forms === undefined ? {} : { forms: options.forms }),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
    ...(options.unit === undefined ? {} : { unit: options.unit }),
  };
}

export type Initiator = '@initiator.member' | '@initiator.department' | '@initiator.role';

/** What a branch can look at: the form's fields, and who submits. */
export function branchOperands(fields: ConditionField[], nameOf: (id: Initiator) => string): Operand[] {
  const about = (id: Initiator, kind: Operand['kind'], shown: Operand['shown']): Operand => ({
    id,
    name: nameOf(id),
    kind,
    shown,
    choices: [],
    of: 'initiator',
  });
  return [
    ...fields.map((field): Operand => ({ ...field, of: 'form' })),
    about('@initiator.member', 'member', 'member'),
    about('@initiator.department', 'departments', 'department'),
    about('@initiator.role', 'roles', 'role'),
  ];
}

/** What a list can be asked for: fields whose ids begin with `@` are what every record has. */
export function listOperands(fields: Field[], language: Language): Operand[] {
  return fields.map((field) => ({
    ...conditionField(field, language),
    of: field.id.startsWith('@') ? 'record' : 'form',
  }));
}
