import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyOf, ParamsOf, Problem, QueryOf, ResponseOf, Route } from '@siyu/contract/kit';
import { logIn, type Role } from '@siyu/contract/org';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { TObject, TSchema } from 'typebox';
import { compose } from '../entries/compose.ts';
import { assemblePlatform } from '../entries/platform.ts';
import { setUp } from '../modules/org/index.ts';
import { type Clock, systemClock } from '../platform/clock/index.ts';
import { type Config, loadConfig } from '../platform/config/index.ts';
import { csrfHeader, sessionCookie } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { testEngines, testLogger } from './engines.ts';
import { type Makers, makersOf } from './makers.ts';

type AnyRoute = Route<TObject, TObject, TSchema, TSchema>;

/** What a route takes, by its own schemas. */
export interface InputOf<R> {
  readonly params?: ParamsOf<R>;
  readonly query?: Partial<QueryOf<R>>;
  readonly body?: BodyOf<R>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Somebody who calls: headers that say who they are. */
export interface Caller {
  readonly headers: Readonly<Record<string, string>>;
}

/** A logged-in browser. */
export interface LoggedIn extends Caller {
  readonly login: string;
  readonly password: string;
}

/** An answer that was no success, with what it said. */
export class ProblemAnswer extends Error {
  override readonly name = 'ProblemAnswer';
  readonly problem: Problem;
  constructor(route: string, problem: Problem) {
    super(`${route} answered ${problem.status} ${problem.code}: ${problem.title}`);
    this.problem = problem;
  }
}

export interface TestApp extends Makers {
  readonly platform: Platform;
  /** The server itself, for what is no route: pages, headers, raw bodies. */
  readonly fastify: FastifyInstance;
  /** The administrator of the whole organisation, whose root has the code `root`. */
  readonly admin: LoggedIn;
  /** A user with this role, by default for the whole organisation; the same one each time. */
  login(role: Role, org?: string): Promise<LoggedIn>;
  /** Another session of the same user. */
  logInAgain(user: LoggedIn): Promise<LoggedIn>;
  /** Calls a route and gives its answer; throws `ProblemAnswer` when it is refused. By default as the administrator. */
  call<R extends AnyRoute>(route: R, input?: InputOf<R>, as?: Caller): Promise<ResponseOf<R>>;
  /** Calls a route and gives status and body whatever they are. */
  ask<R extends AnyRoute>(
    route: R,
    input?: InputOf<R>,
    as?: Caller,
  ): Promise<{
    readonly status: number;
    readonly body: unknown;
    readonly raw: LightMyRequestResponse;
  }>;
  close(): Promise<void>;
}

/** Who has not logged in. */
export const stranger: Caller = { headers: {} };

const password = 'a-password-for-tests';

/** Limits that tests do not mean to meet. */
const wide: Partial<Config> = {
  requestsPerMinute: 1_000_000,
  loginsPerMinute: 1_000_000,
  trackingPerMinute: 1_000_000,
};

/** The whole server on real engines of its own, without anybody in it yet. */
export type EmptyApp = Pick<TestApp, 'platform' | 'fastify' | 'ask' | 'close'>;

export interface TestAppOptions {
  readonly clock?: Clock;
  readonly config?: Partial<Config>;
}

/** A server before its first-run set-up; see `testApp`. */
export async function emptyApp(options: TestAppOptions = {}): Promise<EmptyApp> {
  const engines = await testEngines();
  const { config, inForce } = loadConfig({ ...wide, home: engines.home, ...options.config }, {});
  const opened = await assemblePlatform(config, testLogger, engines, options.clock ?? systemClock);
  const { platform } = opened;
  const { http } = await compose(platform, inForce, (to) => opened.backUp(to));
  return {
    platform,
    fastify: http.fastify,
    async ask(route, input = {}, as = stranger) {
      const send = () =>
        http.fastify.inject({
          method: route.method,
          url: urlOf(route, input),
          headers: { ...as.headers, ...input.headers },
          ...(input.body === undefined ? {} : { payload: input.body as object }),
        });
      let raw = await send();
      // On a machine under load the server may find itself too slow and say so; a client waits and asks again.
      for (
        let attempt = 1;
        attempt < 20 && raw.payload.includes('"platform.too_busy"');
        attempt++
      ) {
        await sleep(250);
        raw = await send();
      }
      const isJson = String(raw.headers['content-type']).includes('json');
      return { status: raw.statusCode, body: isJson ? raw.json() : raw.payload, raw };
    },
    async close() {
      await http.close();
      await opened.close();
      await engines.close();
    },
  };
}

/**
 * The whole server on real engines of its own, set up, without a port: requests are injected. Jobs and pipeline are not
 * started. Call it in `before` and `close()` in `after`; one at a time per process.
 */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const app = await emptyApp(options);
  const { platform } = app;
  const organisation = { nameZh: '测试集团', nameEn: 'Test group' };
  await setUp(platform, { ...organisation, login: 'admin', name: 'Admin', password }, null);

  const logInAs = async (login: string): Promise<LoggedIn> => {
    const { raw, body } = await app.ask(logIn, { body: { login, password } });
    const cookie = raw.cookies.find(({ name }) => name === sessionCookie)?.value ?? '';
    const { csrf } = body as { csrf: string };
    const headers = { cookie: `${sessionCookie}=${cookie}`, [csrfHeader]: csrf };
    return { login, password, headers };
  };
  const admin = await logInAs('admin');
  const makers = await makersOf(platform, password);
  const known = new Map<string, Promise<LoggedIn>>();

  return {
    ...makers,
    platform,
    fastify: app.fastify,
    admin,
    ask: (route, input, as = admin) => app.ask(route, input, as),
    login(role, org = 'root') {
      const key = `${role} ${org}`;
      const found =
        known.get(key) ?? makers.aUser({ role, org }).then(({ login }) => logInAs(login));
      known.set(key, found);
      return found;
    },
    logInAgain: (user) => logInAs(user.login),
    async call(route, input, as = admin) {
      const { status, body } = await app.ask(route, input, as);
      if (status !== 200) throw new ProblemAnswer(route.id, body as Problem);
      return body as never;
    },
    close: () => app.close(),
  };
}

/** `/api/people/:person` with its parameters and query filled in. */
function urlOf(route: AnyRoute, input: InputOf<AnyRoute>): string {
  const params = (input.params ?? {}) as Record<string, unknown>;
  const path = route.path.replaceAll(/:(\w+)/g, (_whole, name: string) =>
    encodeURIComponent(String(params[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined) query.append(name, String(one));
    }
  }
  return query.size > 0 ? `${path}?${query}` : path;
}
