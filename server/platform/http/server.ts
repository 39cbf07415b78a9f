import { randomBytes } from 'node:crypto';
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  fastify,
  LogController,
} from 'fastify';
import type { Platform } from '../platform.ts';
import { type Admission, openAdmission } from './admission.ts';
import { problemAnswerer } from './answer-problem.ts';
import type { Callers } from './callers.ts';
import type { Catalogue } from './catalogue.ts';
import { serveDocs } from './docs-page.ts';
import { fileDoor } from './file-door.ts';
import { openApiOf } from './openapi.ts';
import { problem } from './problem.ts';
import { limitOptions } from './rate-limits.ts';
import { registerEndpoint } from './register-endpoint.ts';
import { securityHeaders } from './security-headers.ts';
import { serveConsole } from './serve-console.ts';
import { trackingDoor } from './tracking-door.ts';
import type { Endpoint } from './types.ts';

export interface HttpOptions {
  readonly platform: Platform;
  readonly endpoints: readonly Endpoint[];
  readonly catalogue: Catalogue;
  readonly callers: Callers;
  readonly version: string;
  /** Folder of the built console. */
  readonly consoleFolder: string;
}

export interface HttpServer {
  readonly fastify: FastifyInstance;
  /** Starts to answer; resolves to the address. */
  listen(): Promise<string>;
  /** Answers new requests with 503, lets running ones end, closes. */
  close(): Promise<void>;
}

/** Requests that still run after this long are broken off when the server stops. */
const closePatienceMs = 15_000;

/** Routes that must answer whatever the load. */
const alwaysAnswered = new Set([
  'platform.read_health',
  'platform.read_readiness',
  'platform.metrics',
]);

/** Builds the HTTP server of a process; it does not listen yet. */
export async function buildHttp(options: HttpOptions): Promise<HttpServer> {
  const { platform, endpoints, catalogue, callers } = options;
  const { config, telemetry } = platform;
  const admission = openAdmission(config.inFlight, telemetry);
  const server = fastify({
    loggerInstance: platform.logger,
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: requestIds(),
    trustProxy: config.trustProxy,
    bodyLimit: config.bodyBytes,
    requestTimeout: 60_000,
    keepAliveTimeout: 72_000,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 300 },
  }) as unknown as FastifyInstance;

  server.decorateRequest('actor', null);
  server.decorateRequest('admittedBytes', null);
  server.setErrorHandler(problemAnswerer(platform, catalogue, admission));
  server.setNotFoundHandler((request) => {
    throw problem('platform.not_found', { path: request.url.split('?')[0] });
  });
  admit(server, admission);
  measure(server, platform);
  acceptEmptyBodies(server);
  await server.register(helmet, securityHeaders(config.publicUrl?.startsWith('https:') ?? false));
  await server.register(cookie);

  const isTracking = ({ route }: Endpoint) => route.access === 'write_key';
  const takesFile = ({ route }: Endpoint) => route.transfer?.request === 'file';
  await server.register((door) =>
    trackingDoor(door, endpoints.filter(isTracking), platform, callers),
  );
  await server.register(async (api) => {
    await api.register(rateLimit, limitOptions(config.requestsPerMinute));
    api.addHook('onRequest', (_request, reply, done) => {
      reply.header('cache-control', 'no-store');
      done();
    });
    for (const entry of endpoints) {
      if (!isTracking(entry) && !takesFile(entry)) registerEndpoint(api, entry, platform, callers);
    }
    await api.register((door) => fileDoor(door, endpoints.filter(takesFile), platform, callers));
  });
  server.get('/metrics', { config: { route: 'platform.metrics' } }, async (_request, reply) =>
    reply.type(telemetry.metrics.contentType).send(await telemetry.metrics.metrics()),
  );
  await serveDocs(
    server,
    openApiOf(
      endpoints.map((entry) => entry.route),
      catalogue,
      options.version,
    ),
    catalogue,
  );
  await serveConsole(server, options.consoleFolder);

  return {
    fastify: server,
    async listen() {
      return server.listen({ host: config.host, port: config.port });
    },
    async close() {
      admission.drain();
      // A connection kept alive turns idle only when its answer is out, which may be after closing began.
      const sweep = setInterval(() => server.server.closeIdleConnections(), 100);
      const force = setTimeout(() => server.server.closeAllConnections(), closePatienceMs);
      await server.close().finally(() => {
        clearInterval(sweep);
        clearTimeout(force);
        admission.close();
      });
    },
  };
}

function admit(server: FastifyInstance, admission: Admission): void {
  server.addHook('onRequest', (request: FastifyRequest, reply: FastifyReply, done) => {
    reply.header('x-request-id', request.id);
    if (alwaysAnswered.has(request.routeOptions.config.route ?? '')) {
      done();
      return;
    }
    const isFile = (request.routeOptions.bodyLimit ?? 0) > 64 * 1024 ** 2;
    const bytes = isFile ? 0 : Number(request.headers['content-length'] ?? 0) || 0;
    try {
      admission.enter(bytes);
      request.admittedBytes = bytes;
      done();
    } catch (error) {
      done(error as Error);
    }
  });
  const leave = (request: FastifyRequest) => {
    if (request.admittedBytes !== null) admission.leave(request.admittedBytes);
    request.admittedBytes = null;
  };
  server.addHook('onResponse', (request, _reply, done) => {
    leave(request);
    done();
  });
}

function measure(server: FastifyInstance, { telemetry, logger }: Platform): void {
  server.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.config.route ?? 'none';
    telemetry.httpSeconds.observe({ route, status: reply.statusCode }, reply.elapsedTime / 1000);
    const ms = Math.round(reply.elapsedTime);
    logger.debug({ request: request.id, route, status: reply.statusCode, ms }, 'answered');
    done();
  });
}

/** A DELETE of a browser may carry the content type of JSON and no body; that is no mistake. */
function acceptEmptyBodies(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, body as string, done);
  });
}

/** Short, unique across restarts, in order within a process. */
function requestIds(): () => string {
  const boot = randomBytes(4).toString('hex');
  let count = 0;
  return () => `${boot}-${(++count).toString(36)}`;
}
