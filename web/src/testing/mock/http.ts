import type { ProblemBody } from '@/lib/api/problem';

export interface Call {
  params: Record<string, string>;
  query: URLSearchParams;
  body: Record<string, unknown>;
  cookie: string;
}

export type Handler = (call: Call) => Response;

export function answer(status: number, body?: object, headers: Record<string, string> = {}): Response {
  if (body === undefined) return new Response(null, { status, headers });
  const kind = status < 400 ? 'application/json' : 'application/problem+json';
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': kind, ...headers } });
}

export class MockProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    title: string,
    readonly fields: { path: string; code: string; message: string }[] = [],
    readonly params: Record<string, unknown> = {},
  ) {
    super(title);
  }

  answer(): Response {
    const body: ProblemBody = {
      type: `urn:banli:error:${this.code}`,
      title: this.message,
      status: this.status,
      code: this.code,
      correlation_id: '01j0mock',
      errors: this.fields,
      params: this.params as never,
    };
    return answer(this.status, body);
  }
}
