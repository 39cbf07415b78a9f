import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';

/** Serves the OpenAPI document at /openapi.json and a page to read and try it at /docs. */
export async function serveDocs(server: FastifyInstance, document: object): Promise<void> {
  const text = JSON.stringify(document);
  server.get('/openapi.json', { config: { route: 'platform.openapi' } }, (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(text),
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
