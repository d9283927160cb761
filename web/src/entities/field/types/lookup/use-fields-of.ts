/** The fields of a linked form: as people see them now, of the form itself as the draft has them. */
import { usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useEditor } from '@/entities/form/editing/editor';

import type { Field } from '../../definition';

export function useFieldsOf(formId: string): Field[] {
  const editor = useEditor();
  const { data } = usePublishedForm(formId === editor.formId ? '' : formId);
  if (formId === editor.formId) return editor.definition.fields;
  return data ? definitionOf(data.definition, data).fields : [];
}
