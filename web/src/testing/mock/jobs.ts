/** A background job in each state; the running one has failures. */
import type { Schemas } from '@/lib/api/types';

import { answer, type Handler } from './http';

const started = new Date(Date.now() - 90_000).toISOString();
const running = '0000000000000000000000000j';

function job(id: string, more: Partial<Schemas['JobsJob']>): Schemas['JobsJob'] {
  return {
    id,
    kind: 'forms.reindex',
    title: '更新列表中的旧单据',
    subject: { kind: 'form', id, name: '报价单' },
    state: 'done',
    done: 12,
    failed: 0,
    total: null,
    reason: null,
    started_by: { id: '', name: '' },
    started_at: started,
    ended_at: started,
    file: null,
    may_stop: false,
    may_resume: false,
    ...more,
  };
}

let jobs = [
  job(running, { state: 'running', done: 57, failed: 3, total: 100, ended_at: null, may_stop: true }),
  job('0000000000000000000000000k', {}),
  job('0000000000000000000000000m', {
    state: 'failed',
    may_resume: true,
    reason: { code: 'job_keeps_failing', message: '尝试了 6 次仍未成功，任务已停下。', at: started },
  }),
];

const log = [{ item: 'BJ-2026-0318 恒远机械', code: 'too_large', message: '内容过大。', at: started }];

function one(id = '') {
  const found = jobs.find((each) => each.id === id);
  return found ? answer(200, { ...found, log: found.failed > 0 ? log : [] }) : answer(404, {});
}

function become(id: string | undefined, more: Partial<Schemas['JobsJob']>) {
  jobs = jobs.map((each) => (each.id === id ? { ...each, ...more } : each));
  return one(id);
}

export const jobHandlers: Record<string, Handler> = {
  'GET /v1/jobs': () => answer(200, { items: jobs, next_cursor: null }),
  'GET /v1/jobs/{id}': ({ params }) => one(params.id),
  'POST /v1/jobs/{id}/stop': ({ params }) =>
    become(params.id, { state: 'stopped', may_stop: false, may_resume: true, ended_at: started }),
  'POST /v1/jobs/{id}/resume': ({ params }) =>
    become(params.id, {
      state: 'queued',
      may_stop: true,
      may_resume: false,
      ended_at: null,
      reason: null,
    }),
};
