/** A small stand-in for the API, in memory: for Vitest, and for `npm run dev:mock`. Never part of the build. */
import { formHandlers } from './forms';
import { handlers } from './handlers';
import { answer, MockProblem, type Handler } from './http';

/** `first` answer before the usual ones. */
export async function mock(request: Request, first: Record<string, Handler> = {}): Promise<Response> {
  const { pathname, searchParams } = new URL(request.url);
  for (const [pattern, handler] of Object.entries<Handler>({
    ...first,
    ...handlers,
    ...formHandlers,
    ...first,
  })) {
    const params = match(pattern, request.method, pathname);
    if (!params) continue;
    const text = await request.text();
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>;
    try {
      return handler({ params, query: searchParams, body, cookie: request.headers.get('cookie') ?? '' });
    } catch (error) {
      if (error instanceof MockProblem) return error.answer();
      throw error;
    }
  }
  return answer(404, {
    type: 'about:blank',
    title: pathname,
    status: 404,
    code: 'not_found',
    correlation_id: 'mock',
  });
}

/** `GET /v1/members/{id}` */
function match(pattern: string, method: string, path: string): Record<string, string> | null {
  const [wantedMethod, wantedPath = ''] = pattern.split(' ');
  const expression = new RegExp(`^${wantedPath.replace(/{(\w+)}/g, '(?<$1>[^/]+)')}$`);
  const found = wantedMethod === method ? expression.exec(path) : null;
  return found && { ...found.groups };
}
