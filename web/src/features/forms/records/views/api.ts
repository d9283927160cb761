/** Saved views of a form's records. */
import { useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type View = Schemas['FormsView'];
export type ViewWrite = Schemas['FormsViewWrite'];

const keyOf = (formId: string) => ['forms', formId, 'views'];

export function useViews(formId: string) {
  return useQuery({
    queryKey: keyOf(formId),
    queryFn: async ({ signal }) =>
      (await api.get('/v1/forms/{form_id}/views', { params: { form_id: formId }, signal })).items,
  });
}

interface Saved {
  /** null: a new one. */
  before: Pick<View, 'id' | 'version'> | null;
  body: ViewWrite;
}

export function useSaveView(formId: string) {
  return useSend(
    ({ before, body }: Saved, key) =>
      before === null
        ? api.post('/v1/forms/{form_id}/views', { params: { form_id: formId }, body, key })
        : api.put('/v1/forms/{form_id}/views/{view_id}', {
            params: { form_id: formId, view_id: before.id },
            body,
            version: before.version,
          }),
    { changes: [keyOf(formId)] },
  );
}

export function useDeleteView(formId: string) {
  return useSend(
    ({ id, version }: View) =>
      api.delete('/v1/forms/{form_id}/views/{view_id}', {
        params: { form_id: formId, view_id: id },
        version,
      }),
    { changes: [keyOf(formId)], repeats: false },
  );
}
