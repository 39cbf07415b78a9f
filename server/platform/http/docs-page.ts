import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { Catalogue } from './catalogue.ts';
import { errorList } from './error-list.ts';

/** Serves the OpenAPI document at /openapi.json, a page to read and try it at /docs, and what each error means at /docs/errors. */
export async function serveDocs(
  server: FastifyInstance,
  document: object,
  catalogue: Catalogue,
): Promise<void> {
  const text = JSON.stringify(document);
  server.get('/openapi.json', { config: { route: 'platform.openapi' } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
  );
  server.get('/docs/errors', { config: { route: 'platform.error_page' } }, (_request, reply) =>
    reply.type('text/html; charset=utf-8').send(errorList(catalogue)),
  );
  await server.register(swagger, {
    mode: 'static',
    specification: { document: document as never },
  });
  await server.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'none', filter: true, persistAuthorization: false },
    theme: { title: 'Siyu API' },
  });
}
