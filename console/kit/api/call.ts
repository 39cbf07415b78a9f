import type { BodyOf, ParamsOf, Problem, QueryOf, ResponseOf, Route } from '@siyu/contract/kit';
import i18next from 'i18next';
import { ProblemError } from './problem-error.ts';

/** Any route, whatever its schemas. */
export type AnyRoute = Route;

/** What a call needs; bodies of file routes are a `File` or `FormData`. */
export interface CallInput<R> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R>;
  readonly body?: BodyOf<R> | FormData | Blob;
  readonly signal?: AbortSignal;
  /** The key under which the server remembers the answer to a write; made anew for each call when absent. */
  readonly idempotencyKey?: string;
}

let csrfToken = '';

/** Keeps the token of the session that every write must carry. */
export function rememberCsrf(token: string): void {
  csrfToken = token;
}

/**
 * Calls an endpoint by its route object; the answer's type follows from it.
 * Throws `ProblemError`. A write that got no answer is tried once more under the same idempotency key.
 */
export async function call<const R extends AnyRoute>(
  route: R,
  input: CallInput<R> = {},
): Promise<ResponseOf<R>> {
  const response = await send(route, input);
  if (!response.ok) throw new ProblemError(await readProblem(response));
  if (route.transfer?.response === 'file') return (await response.blob()) as ResponseOf<R>;
  if (response.status === 204) return undefined as ResponseOf<R>;
  return (await response.json()) as ResponseOf<R>;
}

/** The address of a route, for links and downloads. */
export function addressOf<const R extends AnyRoute>(route: R, input: CallInput<R> = {}): string {
  const params: Readonly<Record<string, unknown>> = input.params ?? {};
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(name, String(one));
    }
  }
  return query.size === 0 ? path : `${path}?${query}`;
}

async function send<R extends AnyRoute>(route: R, input: CallInput<R>): Promise<Response> {
  const headers: Record<string, string> = { 'accept-language': i18next.language };
  const isWrite = route.method !== 'GET';
  if (isWrite) {
    headers['idempotency-key'] = input.idempotencyKey ?? newKey();
    if (csrfToken !== '') headers['x-csrf-token'] = csrfToken;
  }
  const isFile = input.body instanceof FormData || input.body instanceof Blob;
  if (input.body instanceof Blob) headers['content-type'] = 'application/octet-stream';
  else if (input.body !== undefined && !isFile) headers['content-type'] = 'application/json';
  const attempt = () =>
    fetch(addressOf(route, input), {
      method: route.method,
      headers,
      credentials: 'same-origin',
      signal: input.signal ?? null,
      body: isFile
        ? (input.body as FormData | Blob)
        : input.body === undefined
          ? null
          : JSON.stringify(input.body),
    });
  try {
    return await attempt();
  } catch (error) {
    if (input.signal?.aborted) throw error;
    return await attempt().catch(() => {
      throw new ProblemError(unreachable());
    });
  }
}

async function readProblem(response: Response): Promise<Problem> {
  const body: unknown = await response.json().catch(() => null);
  if (typeof body === 'object' && body !== null && 'code' in body && 'title' in body) {
    return body as Problem;
  }
  return { ...unreachable(), status: response.status };
}

function unreachable(): Problem {
  return {
    type: 'about:blank',
    code: 'console.unreachable',
    status: 503,
    title: i18next.t('app:problem.unreachable'),
    mend: i18next.t('app:problem.unreachableMend'),
    retryable: true,
    params: {},
  };
}

/** A random key; `crypto.randomUUID` is absent on plain-HTTP addresses other than localhost. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
