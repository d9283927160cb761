import { beforeEach, describe, expect, it, vi } from 'vitest';

import { api } from './call';
import { ApiProblem, NoAnswer } from './problem';

type Answerer = (request: { method: string; path: string; headers: Headers }) => Response;

const sent: { method: string; path: string; headers: Headers }[] = [];

function answerWith(answerer: Answerer) {
  vi.stubGlobal('fetch', (path: string, init: RequestInit = {}) => {
    const request = { method: init.method ?? 'GET', path, headers: new Headers(init.headers) };
    sent.push(request);
    return Promise.resolve().then(() => answerer(request));
  });
}

const json = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' },
  });
const unauthenticated = () =>
  json(401, {
    type: 'x',
    title: 'Please sign in.',
    status: 401,
    code: 'unauthenticated',
    correlation_id: 'c',
  });

beforeEach(() => {
  sent.length = 0;
  localStorage.clear();
});

describe('a request', () => {
  it('fills the path, drops empty query values, and names version and key', async () => {
    answerWith(() => json(200, {}));
    await api.get('/v1/members', { query: { search: '李 明', limit: 20, state: undefined } });
    await api.delete('/v1/roles/{role_id}', { params: { role_id: 'r/1' }, version: 3 });
    expect(sent[0]?.path).toBe(
      `/v1/members?${new URLSearchParams({ search: '李 明', limit: '20' }).toString()}`,
    );
    expect(sent[1]?.path).toBe('/v1/roles/r%2F1');
    expect(sent[1]?.headers.get('if-match')).toBe('"3"');
  });

  it('may be answered with nothing', async () => {
    answerWith(() => new Response('', { status: 202, headers: { 'content-type': 'application/json' } }));
    const body = { email: 'a@b.cn' };
    await expect(api.post('/v1/password/reset-request', { body, anonymous: true })).resolves.toBeUndefined();
  });

  it('raises the refusal with the fields that it is about', async () => {
    const errors = [{ path: '/email', code: 'email_invalid', message: 'Not an address' }];
    answerWith(() =>
      json(422, { type: 'x', title: 'No', status: 422, code: 'invalid', correlation_id: 'c', errors }),
    );
    const body = { email: 'x' };
    await expect(api.post('/v1/password/reset-request', { body, anonymous: true })).rejects.toMatchObject({
      code: 'invalid',
      fields: [{ path: ['email'], message: 'Not an address' }],
    });
  });

  it('says that no answer came', async () => {
    answerWith(() => {
      throw new TypeError('failed to fetch');
    });
    await expect(api.get('/v1/me')).rejects.toBeInstanceOf(NoAnswer);
  });
});

describe('an expired session', () => {
  it('is renewed once for all requests that met it, and they are sent again', async () => {
    let renewed = false;
    answerWith(({ path }) => {
      if (path === '/v1/session/refresh') {
        renewed = true;
        return new Response(null, { status: 204 });
      }
      return renewed ? json(200, { items: [], next_cursor: null }) : unauthenticated();
    });
    await Promise.all([api.get('/v1/roles'), api.get('/v1/positions'), api.get('/v1/departments')]);
    expect(sent.filter(({ path }) => path === '/v1/session/refresh')).toHaveLength(1);
    expect(sent).toHaveLength(7);
  });

  it('keeps the key when a change is sent again', async () => {
    let renewed = false;
    answerWith(({ path }) => {
      if (path === '/v1/session/refresh') renewed = true;
      if (path === '/v1/session/refresh') return new Response(null, { status: 204 });
      return renewed ? json(201, {}) : unauthenticated();
    });
    await api.post('/v1/positions', { body: { name: 'x' }, key: 'k1' });
    const keys = sent
      .filter(({ path }) => path === '/v1/positions')
      .map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toEqual(['k1', 'k1']);
  });

  it('that cannot be renewed is an answer', async () => {
    answerWith(unauthenticated);
    await expect(api.get('/v1/me')).rejects.toBeInstanceOf(ApiProblem);
    expect(sent.map(({ path }) => path)).toEqual(['/v1/me', '/v1/session/refresh']);
  });

  it('is no matter of a route that needs none', async () => {
    answerWith(unauthenticated);
    const body = { email: 'a@b.cn', password: 'wrong' };
    await expect(api.post('/v1/session', { body, anonymous: true })).rejects.toBeInstanceOf(ApiProblem);
    expect(sent).toHaveLength(1);
  });
});
