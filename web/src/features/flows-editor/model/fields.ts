/** The form's fields as a flow sees them; `form_view.py` on the server decides the same. */
import type { Language } from '@/config/languages';
import { type Field } from '@/entities/field/definition';
import { labelText } from '@/entities/field/label';
import { fieldType, shownType } from '@/entities/field/registry';
import { type Definition } from '@/entities/form/definition';

import type { FlowField } from './types';

export function flowFields(form: Definition, language: Language): FlowField[] {
  return form.fields.map((field) => flowField(field, language));
}

function flowField(field: Field, language: Language): FlowField {
  const { id, name, options = {} } = field;
  const shown = shownType(field);
  const { compare, looksUp } = fieldType(shown);
  const kind = looksUp && options.multiple === true ? looksUp : compare;
  return {
    id,
    name: labelText(name, language),
    kind,
    shown: shown as FlowField['shown'],
    choices: (options.choices ?? []).map((choice) => ({
      value: choice.value,
      label: labelText(choice.name ?? choice.value, language),
    })),
    ...(options.currency === undefined ? {} : { currency: options.currency }),
    ...(options.unit === undefined ? {} : { unit: options.unit }),
  };
}
