import { createGunzip } from 'node:zlib';
import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';
import type { Callers } from './callers.ts';
import { limitOptions } from './rate-limits.ts';
import { registerEndpoint } from './register-endpoint.ts';
import type { Endpoint } from './types.ts';

/**
 * The tracking interface: called from other sites' pages (CORS), by beacons that can only send text/plain, and by clients that
 * compress. Its limits are its own, so that a burst of events never locks an operator out.
 */
export async function trackingDoor(
  server: FastifyInstance,
  endpoints: readonly Endpoint[],
  platform: Platform,
  callers: Callers,
): Promise<void> {
  await server.register(rateLimit, limitOptions(platform.config.trackingPerMinute));
  server.addHook('onRequest', (_request, reply, done) => {
    reply.header('access-control-allow-origin', '*');
    done();
  });
  server.addHook('preParsing', (request, _reply, payload, done) => {
    if (request.headers['content-encoding'] !== 'gzip') {
      done(null, payload);
      return;
    }
    const plain = createGunzip();
    let received = 0;
    payload.on('data', (part: Buffer) => {
      received += part.length;
    });
    // Fastify compares what arrived with Content-Length, which counts compressed bytes; bodyLimit counts plain ones.
    Object.defineProperty(plain, 'receivedEncodedLength', { get: () => received });
    payload.on('error', (error: Error) => plain.destroy(error));
    done(null, payload.pipe(plain));
  });
  server.addContentTypeParser(
    'text/plain',
    { parseAs: 'string' },
    server.getDefaultJsonParser('error', 'error'),
  );
  for (const path of new Set(endpoints.map((entry) => entry.route.path))) {
    server.options(path, { config: { route: 'platform.preflight' } }, (_request, reply) =>
      reply
        .header('access-control-allow-methods', 'POST, GET, OPTIONS')
        .header('access-control-allow-headers', 'authorization, content-type, content-encoding')
        .header('access-control-max-age', '86400')
        .code(204)
        .send(),
    );
  }
  for (const entry of endpoints) registerEndpoint(server, entry, platform, callers);
}
