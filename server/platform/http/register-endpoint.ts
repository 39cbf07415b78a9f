import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerOnce } from '../idempotency/index.ts';
import type { Platform } from '../platform.ts';
import type { Callers } from './callers.ts';
import { gateOf } from './gate.ts';
import { type Input, inputReader } from './input.ts';
import { outputWriter } from './output.ts';
import { problem } from './problem.ts';
import type { Actor, Endpoint } from './types.ts';

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | null;
    /** Bytes that admission counts for this request; null when it was not let in. */
    admittedBytes: number | null;
  }
  interface FastifyContextConfig {
    /** Id of the route, by which metrics and the log know it. */
    route?: string;
  }
}

const fileSeconds = 3_600;

/** Puts an endpoint on the server: gate, input, handler (once per idempotency key), answer. */
export function registerEndpoint(
  server: FastifyInstance,
  { route, handle }: Endpoint,
  platform: Platform,
  callers: Callers,
): void {
  const { config } = platform;
  const gate = gateOf(route.access, route.method, callers);
  const read = inputReader(route);
  const sendsFile = route.transfer?.response === 'file';
  const takesFile = route.transfer?.request === 'file';
  const write = sendsFile ? null : outputWriter(route);
  const writes = route.method !== 'GET';

  server.route({
    method: route.method,
    url: route.path,
    config: {
      route: route.id,
      ...(route.rate === 'strict' ? { rateLimit: { max: config.loginsPerMinute } } : {}),
    },
    bodyLimit: takesFile ? config.fileBytes : config.bodyBytes,
    handlerTimeout:
      1000 * (route.seconds ?? (takesFile || sendsFile ? fileSeconds : config.requestSeconds)),
    onRequest: async (request) => {
      request.actor = await gate(request);
    },
    handler: async (request, reply) => {
      const actor = request.actor as Actor;
      const input = read(request);
      const answer = () =>
        handle({
          platform,
          actor,
          ...(input as { params: never; query: never; body: never }),
          raw: { request, reply },
        });
      if (!write) return reply.send(await answer());
      const key = writes && !takesFile && actor.kind !== 'nobody' ? repeatKey(request) : undefined;
      const text =
        key !== undefined
          ? await answerOnce(
              platform,
              { actor: actor.id, route: route.id, key, request: digest(request, input) },
              async () => write(await answer()),
            )
          : write(await answer());
      return reply.type('application/json; charset=utf-8').send(text);
    },
  });
}

const longestKey = 200;

function repeatKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && key.length > 0 && key.length <= longestKey) return key;
  throw problem('platform.invalid_input', {
    where: 'Idempotency-Key',
    found: { zh: '内容有误', en: 'the value does not fit' },
    expected: { zh: `1 至 ${longestKey} 个字符`, en: `1 to ${longestKey} characters` },
  });
}

function digest(request: FastifyRequest, input: Input): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([request.method, input.params, input.query, input.body ?? null]))
    .digest();
}
