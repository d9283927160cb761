/** The forms that link to the one that is being designed, and the fields of one of them. */
import { useQuery } from '@tanstack/react-query';

import { usePublishedForm } from '@/entities/form/api';
import { definitionOf } from '@/entities/form/definition';
import { useEditor } from '@/entities/form/editing/editor';
import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';

import type { Field } from '../../definition';

export type InboundLink = Schemas['FormsInboundLink'];

/** undefined until the server has answered. */
export function useInbound(): InboundLink[] | undefined {
  const { formId } = useEditor();
  const { data } = useQuery({
    queryKey: ['forms', formId, 'inbound'],
    queryFn: ({ signal }) => api.get('/v1/forms/{form_id}/inbound', { params: { form_id: formId }, signal }),
    enabled: formId !== '',
  });
  return data?.items;
}

/** As people see them now; of the form itself as the draft has them. */
export function useFieldsOf(form: string): Field[] {
  const { formId, definition } = useEditor();
  const { data } = usePublishedForm(form === formId ? '' : form);
  if (form === formId) return definition.fields;
  return data ? definitionOf(data.definition, data).fields : [];
}
