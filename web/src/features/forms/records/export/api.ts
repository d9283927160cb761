/** Exports: beginning one, how far it is, and its file. */
import { useMutation, useQuery } from '@tanstack/react-query';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type ExportRequest = Schemas['FormsExportRequest'];
export type Export = Schemas['FormsExport'];

/** Milliseconds between two looks at one that is being made. */
const LOOK_AGAIN = 1500;

export function useStartExport(formId: string, onStarted: (exportId: string) => void) {
  return useSend(
    (body: ExportRequest, key) =>
      api.post('/v1/forms/{form_id}/exports', { params: { form_id: formId }, body, key }),
    { changes: [['jobs']], onSuccess: ({ id }) => onStarted(id) },
  );
}

export function useExport(exportId: string) {
  return useQuery({
    queryKey: ['exports', exportId],
    queryFn: ({ signal }) => api.get('/v1/exports/{export_id}', { params: { export_id: exportId }, signal }),
    refetchInterval: ({ state: { data } }) => (data && data.state !== 'running' ? false : LOOK_AGAIN),
  });
}

/** Its address is asked for when somebody wants it, because it lives for a minute. */
export function useDownload(exportId: string) {
  return useMutation({
    mutationFn: () => api.get('/v1/exports/{export_id}/file', { params: { export_id: exportId } }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}
