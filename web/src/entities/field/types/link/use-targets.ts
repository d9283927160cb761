/** The forms that may be linked, and the fields of one of them. */
import { useEffect } from 'react';

import { useForms, usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useEditor } from '@/entities/form/editing/editor';

import type { Field } from '../../definition';
import { labelText } from '../../label';
import { useTypeWords } from '../../type-words';

/** Those in use, and the form itself, which may never have been published. */
export function useLinkableForms(): { value: string; label: string }[] {
  const words = useTypeWords('link');
  const { formId, definition, language } = useEditor();
  const { items, more, loadingMore } = useForms();
  useEffect(() => {
    if (more && !loadingMore) more();
  }, [more, loadingMore]);
  const others = items.filter(
    ({ id, published_version, archived }) => id !== formId && published_version > 0 && !archived,
  );
  return [
    { value: formId, label: words('setting.self', { name: labelText(definition.name, language) }) },
    ...others.map(({ id, name }) => ({ value: id, label: labelText(name, language) })),
  ];
}

/** As people see them now; of the form itself as the draft has them. */
export function useTargetFields(target: string): Field[] {
  const { formId, definition } = useEditor();
  const { data } = usePublishedForm(target === formId ? '' : target);
  if (target === formId) return definition.fields;
  return data ? definitionOf(data.definition, data).fields : [];
}
