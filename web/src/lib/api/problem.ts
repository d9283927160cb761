/** What went wrong with a request, as one kind of error: the server's problem+json, or no answer at all. */
import type { components } from './schema';

export type ProblemBody = components['schemas']['Problem'];

const FIRST_PAUSE = 400;
const LONGEST_PAUSE = 8_000;

/** One fault of one input field. `path` as the form knows the field: `/lines/0/amount` → `['lines', 0, 'amount']`. */
export interface FieldFault {
  path: (string | number)[];
  code: string;
  message: string;
}

/** The server refused. `message` is its sentence, in the language of the page. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly correlationId: string;
  readonly params: Record<string, unknown>;
  readonly fields: FieldFault[];
  /** Seconds after which the server wants to be asked again (Retry-After), if it said. */
  readonly retryAfter: number | null;

  constructor(body: ProblemBody, retryAfter: number | null = null) {
    super(body.title);
    this.name = 'ApiProblem';
    this.status = body.status;
    this.code = body.code;
    this.correlationId = body.correlation_id;
    this.params = body.params ?? {};
    this.retryAfter = retryAfter;
    this.fields = (body.errors ?? []).map((fault) => ({
      path: fieldPath(fault.path),
      code: fault.code,
      message: fault.message,
    }));
  }
}

/** No answer came, so nobody knows whether the request took effect. Sending it again with its key is safe. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('no answer', { cause });
    this.name = 'NoAnswer';
  }
}

/** A JSON pointer as the path of a form field. */
export function fieldPath(pointer: string): (string | number)[] {
  if (pointer === '' || pointer === '/') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

export async function problemOf(response: Response): Promise<ApiProblem> {
  const kind = response.headers.get('content-type') ?? '';
  const retryAfter = secondsOf(response.headers.get('retry-after'));
  if (kind.startsWith('application/problem+json'))
    return new ApiProblem((await response.json()) as ProblemBody, retryAfter);
  // Something between us and the API answered: a proxy, or a gateway that has no words of its own.
  const body: ProblemBody = {
    type: 'about:blank',
    title: `HTTP ${response.status}`,
    status: response.status,
    code: 'gateway',
    correlation_id: response.headers.get('x-correlation-id') ?? '',
  };
  return new ApiProblem(body, retryAfter);
}

/** Worth sending again with the same key: no answer, or an answer that says "not now". */
export function isPassing(error: unknown): boolean {
  if (error instanceof NoAnswer) return true;
  return error instanceof ApiProblem && (error.status >= 500 || error.code === 'contended');
}

/** How long to wait before the next silent repetition: what the server asked for, within what a person waits for. */
export function pauseBefore(count: number, error: unknown): number {
  const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1000 : 0;
  const own = FIRST_PAUSE * 2 ** count;
  return Math.min(Math.max(asked, own), LONGEST_PAUSE);
}

function secondsOf(header: string | null): number | null {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) : null;
}

export function isProblem(error: unknown, ...codes: string[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.code));
}
