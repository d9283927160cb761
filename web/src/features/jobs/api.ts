/** Background jobs: what works on many items, how far it is, and stopping and resuming it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

import { api } from '@/lib/api/call';
import type { Schemas } from '@/lib/api/types';
import { useList } from '@/lib/api/use-list';
import { useSend } from '@/lib/api/use-send';

export type Job = Schemas['JobsJob'];

const JOBS = ['jobs'];
/** Milliseconds between two looks at a job that moves. */
const LOOK_AGAIN = 3000;

export const moves = ({ state }: Job) => state === 'queued' || state === 'running';

export function useJobs() {
  const client = useQueryClient();
  const list = useList<Job>([...JOBS, 'list'], ({ cursor, signal }) =>
    api.get('/v1/jobs', { query: cursor ? { cursor } : {}, signal }),
  );
  const moving = list.items.some(moves);
  useEffect(() => {
    if (!moving) return undefined;
    const timer = setInterval(() => {
      void client.invalidateQueries({ queryKey: [...JOBS, 'list'] });
    }, LOOK_AGAIN);
    return () => clearInterval(timer);
  }, [client, moving]);
  return list;
}

export function useJob(jobId: string) {
  return useQuery({
    queryKey: [...JOBS, 'one', jobId],
    queryFn: ({ signal }) => api.get('/v1/jobs/{job_id}', { params: { job_id: jobId }, signal }),
    refetchInterval: ({ state: { data } }) => (data && moves(data) ? LOOK_AGAIN : false),
  });
}

/** The path that a job names for its file answers an address, as that of an export does; it lives for a minute. */
export function useJobFile({ id, file }: Job) {
  return useMutation({
    mutationFn: () => api.get((file ?? '') as '/v1/exports/{export_id}/file', { params: { export_id: id } }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
}

export function useStop(jobId: string) {
  return useSend((_: null, key) => api.post('/v1/jobs/{job_id}/stop', { params: { job_id: jobId }, key }), {
    changes: [JOBS],
  });
}

export function useResume(jobId: string) {
  return useSend((_: null, key) => api.post('/v1/jobs/{job_id}/resume', { params: { job_id: jobId }, key }), {
    changes: [JOBS],
  });
}
