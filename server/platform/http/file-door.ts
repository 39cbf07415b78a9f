import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform.ts';
import type { Callers } from './callers.ts';
import { problem } from './problem.ts';
import { registerEndpoint } from './register-endpoint.ts';
import type { Endpoint } from './types.ts';

/** The endpoints that take files: whatever the content type says, the body is a stream of bytes that nobody has read. */
export async function fileDoor(
  server: FastifyInstance,
  endpoints: readonly Endpoint[],
  platform: Platform,
  callers: Callers,
): Promise<void> {
  const limit = platform.config.fileBytes;
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', (request, payload, done) => {
    const announced = Number(request.headers['content-length'] ?? 0);
    if (announced > limit) done(problem('platform.too_large', { limit }));
    else done(null, payload);
  });
  for (const entry of endpoints) registerEndpoint(server, entry, platform, callers);
}
