/** The form's fields as a flow sees them; `form_view.py` on the server decides the same. */
import type { Language } from '@/config/languages';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { type Definition } from '@/entities/form/definition';

import type { FieldKind, FlowField } from './types';

const KINDS: Record<FlowField['shown'], FieldKind> = {
  text: 'text',
  long_text: 'text',
  serial: 'text',
  number: 'decimal',
  money: 'decimal',
  percent: 'decimal',
  date: 'date',
  datetime: 'datetime',
  boolean: 'boolean',
  choice: 'choice',
  choices: 'choices',
  member: 'member',
  department: 'department',
  attachment: 'opaque',
  lines: 'opaque',
};

export function flowFields(form: Definition, language: Language): FlowField[] {
  return form.fields.map((field) => flowField(field, language));
}

function flowField({ id, name, type, options = {} }: Field, language: Language): FlowField {
  const shown = type === 'formula' ? (options.result ?? 'number') : type;
  const several = options.multiple === true;
  const kind =
    shown === 'member' && several
      ? 'members'
      : shown === 'department' && several
        ? 'departments'
        : KINDS[shown];
  return {
    id,
    name: labelText(name, language),
    kind,
    shown,
    choices: (options.choices ?? []).map((choice) => ({
      value: choice.value,
      label: labelText(choice.name ?? choice.value, language),
    })),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
    ...(options.unit === undefined ? {} : { unit: options.unit }),
  };
}
