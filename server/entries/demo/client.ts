import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyOf, ParamsOf, Problem, QueryOf, ResponseOf, Route } from '@siyu/contract/kit';
import type { TObject, TSchema } from 'typebox';

type AnyRoute = Route<TObject, TObject, TSchema, TSchema>;
/** What a call needs; the body of a file route is a `Blob`. */
export interface Input<R> {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R>;
  readonly body?: BodyOf<R> | Blob;
}

/** An answer that is no success, with the problem's code and sentences. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly problem: Problem;
  constructor(route: string, problem: Problem) {
    super(
      `${route}: ${problem.title} ${problem.mend} (${problem.code} ${JSON.stringify(problem.params)})`,
    );
    this.problem = problem;
  }
}

/** Calls the platform as any client would: by its routes, over HTTP. Waits and tries again when it is told to. */
export interface Client {
  call<const R extends AnyRoute>(route: R, input?: Input<R>): Promise<ResponseOf<R>>;
}

/** How often a call that the server was too busy for is tried again. */
const attempts = 30;

export function openClient(address: string, headers: Readonly<Record<string, string>>): Client {
  return {
    async call(route, input = {}) {
      const url = new URL(
        address + pathOf(route.path, (input.params ?? {}) as Readonly<Record<string, unknown>>),
      );
      for (const [name, value] of Object.entries(input.query ?? {})) {
        if (value !== undefined) url.searchParams.set(name, String(value));
      }
      const body = input.body;
      const isFile = body instanceof Blob;
      for (let attempt = 1; ; attempt++) {
        const answer = await fetch(url, {
          method: route.method,
          headers: {
            ...headers,
            ...(body === undefined
              ? {}
              : { 'content-type': isFile ? 'application/octet-stream' : 'application/json' }),
          },
          ...(body === undefined ? {} : { body: isFile ? body : JSON.stringify(body) }),
        });
        if (answer.ok) return (await answer.json()) as ResponseOf<typeof route>;
        const problem = (await answer.json()) as Problem;
        if (answer.status !== 429 || attempt === attempts) throw new Refused(route.id, problem);
        await sleep(1000 * Number(answer.headers.get('retry-after') ?? 1));
      }
    },
  };
}

/** Every item of a keyset-paged list, page after page. */
export async function* everyItem<Item>(
  readPage: (
    cursor?: string,
  ) => Promise<{ readonly items: readonly Item[]; readonly next: string | null }>,
): AsyncGenerator<Item, void, undefined> {
  for (let cursor: string | undefined; ; ) {
    const { items, next } = await readPage(cursor);
    yield* items;
    if (next === null) return;
    cursor = next;
  }
}

const pathOf = (path: string, params: Readonly<Record<string, unknown>>): string =>
  path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])));
