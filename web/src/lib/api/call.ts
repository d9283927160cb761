/** One request to the API: cookies, language, key, version; one silent refresh of the session; typed by the contract. */
import { currentLanguage } from '@/lib/i18n/i18n';
import { reachable, unreachable } from '@/lib/net/connection';

import { NoAnswer, problemOf } from './problem';
import type { paths } from './schema';
import { refreshSession } from './session';
import type { Answer, Body, Method, PathParams, PathsWith, Query } from './types';

interface Options {
  params?: object;
  query?: object;
  body?: unknown;
  /** Idempotency-Key: one for one intention of the user, however often it is sent. */
  key?: string;
  /** If-Match: the version that was read. */
  version?: number;
  /** For routes that need no session: their 401 is an answer, not an expired session. */
  anonymous?: boolean;
  signal?: AbortSignal;
}

type Wanted<P extends keyof paths, M extends Method> = Omit<Options, 'params' | 'query' | 'body'> &
  ([PathParams<P, M>] extends [never] ? object : { params: PathParams<P, M> }) &
  ([Query<P, M>] extends [never] ? object : { query?: Query<P, M> }) &
  (Body<P, M> extends undefined ? object : { body: Body<P, M> });

type Call<M extends Method> = <P extends PathsWith<M>>(
  path: P,
  ...options: object extends Wanted<P, M> ? [Wanted<P, M>?] : [Wanted<P, M>]
) => Promise<Answer<P, M>>;

/** Every call raises ApiProblem when the server refuses, and NoAnswer when none came. */
export const api: { [M in Method]: Call<M> } = {
  get: (path, ...options) => send('GET', path, options[0] as Options),
  post: (path, ...options) => send('POST', path, options[0] as Options),
  put: (path, ...options) => send('PUT', path, options[0] as Options),
  delete: (path, ...options) => send('DELETE', path, options[0] as Options),
};

async function send<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const started = Date.now();
  let response = await request(method, path, options);
  if (response.status === 401 && !options.anonymous && (await refreshSession(started))) {
    response = await request(method, path, options);
  }
  if (!response.ok) throw await problemOf(response);
  const text = await textOf(response);
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function request(method: string, path: string, options: Options): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json', 'Accept-Language': currentLanguage() });
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  if (method === 'POST') headers.set('Idempotency-Key', options.key ?? crypto.randomUUID());
  if (options.version !== undefined) headers.set('If-Match', `"${options.version}"`);
  try {
    const response = await fetch(addressOf(path, options), {
      method,
      headers,
      credentials: 'same-origin',
      body: options.body === undefined ? null : JSON.stringify(options.body),
      ...(options.signal ? { signal: options.signal } : {}),
    });
    reachable();
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    unreachable();
    throw new NoAnswer(error);
  }
}

function addressOf(path: string, { params = {}, query = {} }: Options): string {
  const values = params as Record<string, string>;
  const filled = path.replace(/{(\w+)}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') search.set(name, String(value));
  }
  return search.size > 0 ? `${filled}?${search.toString()}` : filled;
}

/** Raises NoAnswer when the connection breaks in the middle of the answer. */
async function textOf(response: Response): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    unreachable();
    throw new NoAnswer(error);
  }
}
