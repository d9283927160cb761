/** Importing a file into a form: preparing, checking, starting, and how far it is. */
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useSend } from '@/lib/api/use-send';

export type Import = Schemas['FormsImport'];
export type Check = Schemas['FormsImportCheck'];
export type Settings = Schemas['FormsImportSettings'];
export type Start = Schemas['FormsImportStart'];
export type Target = Check['targets'][number];
export type Job = Schemas['JobsJob'];

const IMPORTS = ['imports'];
/** Milliseconds between two looks at an import that goes on. */
const LOOK_AGAIN = 2000;

export function usePrepare(formId: string, onSuccess: (made: Import) => void) {
  return useSend(
    (upload_id: string, key) =>
      api.post('/v1/forms/{form_id}/imports', { params: { form_id: formId }, body: { upload_id }, key }),
    { onSuccess },
  );
}

export function useImport(formId: string, importId: string) {
  return useQuery({
    queryKey: [...IMPORTS, importId],
    queryFn: ({ signal }) =>
      api.get('/v1/forms/{form_id}/imports/{import_id}', {
        params: { form_id: formId, import_id: importId },
        signal,
      }),
    enabled: importId !== '',
    refetchInterval: ({ state: { data } }) => (data?.state === 'started' ? LOOK_AGAIN : false),
  });
}

/** Read anew whenever something else is chosen; what was there before stays until then. */
export function useCheck(formId: string, importId: string, settings: Settings) {
  return useQuery({
    queryKey: [...IMPORTS, importId, 'check', settings],
    queryFn: ({ signal }) =>
      api.post('/v1/forms/{form_id}/imports/{import_id}/check', {
        params: { form_id: formId, import_id: importId },
        body: settings,
        signal,
      }),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
    retry: false,
  });
}

export function useStart(formId: string, importId: string) {
  return useSend(
    (settings: Start, key) =>
      api.post('/v1/forms/{form_id}/imports/{import_id}/start', {
        params: { form_id: formId, import_id: importId },
        body: settings,
        key,
      }),
    { changes: [IMPORTS, ['jobs']] },
  );
}

const moves = ({ state }: Job) => state === 'queued' || state === 'running';

export function useImportJob(jobId: string) {
  const client = useQueryClient();
  const job = useQuery({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) => api.get('/v1/jobs/{job_id}', { params: { job_id: jobId }, signal }),
    refetchInterval: ({ state: { data } }) => (data && moves(data) ? LOOK_AGAIN : false),
  });
  const over = job.data !== undefined && !moves(job.data);
  useEffect(() => {
    if (!over) return;
    for (const key of [IMPORTS, ['records']]) void client.invalidateQueries({ queryKey: key });
  }, [client, over]);
  return job;
}

export function useSwitch(jobId: string, to: 'stop' | 'resume') {
  return useSend((_: null, key) => api.post(`/v1/jobs/{job_id}/${to}`, { params: { job_id: jobId }, key }), {
    changes: [['jobs']],
  });
}

export async function errorsUrl(formId: string, importId: string): Promise<string> {
  const params = { form_id: formId, import_id: importId };
  return (await api.get('/v1/forms/{form_id}/imports/{import_id}/errors', { params })).url;
}

export async function templateUrl(formId: string): Promise<string> {
  return (await api.get('/v1/forms/{form_id}/import-template', { params: { form_id: formId } })).url;
}
