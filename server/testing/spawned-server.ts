import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BodyOf, ParamsOf, QueryOf, ResponseOf, Route } from '@siyu/contract/kit';
import type { TObject, TSchema } from 'typebox';
import { runningServer } from '../entries/local-key.ts';

/** A server in a process of its own, as `npm start` runs it, so that a test can kill it. */
export interface SpawnedServer {
  readonly address: string;
  /** Calls a route as the administrator of this machine; throws on any answer but 200. */
  call<R extends Route<TObject, TObject, TSchema, TSchema>>(
    route: R,
    input?: {
      readonly params?: ParamsOf<R>;
      readonly query?: Partial<QueryOf<R>>;
      readonly body?: BodyOf<R> | Buffer;
    },
  ): Promise<ResponseOf<R>>;
  /** SIGKILL to the server alone: its PostgreSQL lives on, as after a crash. */
  kill(): Promise<void>;
  /** A clean stop. */
  stop(): Promise<void>;
}

/** Starts main.ts on a home folder and resolves when it says `ready`. */
export async function spawnServer(home: string): Promise<SpawnedServer> {
  const child = spawn(process.execPath, [join(import.meta.dirname, '../entries/main.ts')], {
    env: { ...process.env, SIYU_HOME: home, SIYU_PORT: '0', UV_THREADPOOL_SIZE: '16' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let said = '';
  child.stderr.on('data', (bytes: Buffer) => {
    said = `${said}${bytes}`.slice(-4000);
  });
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('ready ')) resolve(line.slice(6).trim());
      else said = `${said}${line}\n`.slice(-4000);
    });
    void ended.then(() => reject(new Error(`The server ended before it was ready:\n${said}`)));
  });
  const key = (await runningServer(home))?.key ?? '';
  return {
    address,
    async call(route, input = {}) {
      const path = route.path.replaceAll(/:(\w+)/g, (_all, name: string) =>
        encodeURIComponent(String((input.params as Record<string, unknown>)[name])),
      );
      const query = new URLSearchParams(
        Object.entries(input.query ?? {}).map(([name, value]): [string, string] => [
          name,
          String(value),
        ]),
      );
      const { body } = input;
      const send = () =>
        fetch(`${address}${path}${query.size > 0 ? `?${query}` : ''}`, {
          method: route.method,
          headers: {
            authorization: `Bearer ${key}`,
            ...(body === undefined
              ? {}
              : {
                  'content-type': Buffer.isBuffer(body)
                    ? 'application/octet-stream'
                    : 'application/json',
                }),
          },
          ...(body === undefined
            ? {}
            : { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
        });
      let answer = await send();
      // A server that has just started on a loaded machine may say that it is too busy; a client waits and asks again.
      for (let attempt = 1; answer.status === 429 && attempt < 60; attempt += 1) {
        await sleep(250);
        answer = await send();
      }
      const text = await answer.text();
      if (!answer.ok) throw new Error(`${route.id} answered ${answer.status}: ${text}`);
      return JSON.parse(text) as never;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
