/** The form's fields as a flow sees them. */
import type { Language } from '@/config/languages';
import { conditionField } from '@/entities/condition/fields';
import type { Definition } from '@/entities/form/definition';

import type { FlowField } from './types';

export function flowFields(form: Definition, language: Language): FlowField[] {
  return form.fields.map((field) => conditionField(field, language));
}
