import type { Route } from '@siyu/contract/kit';
import type { Catalogue } from './catalogue.ts';

type Json = Record<string, unknown>;

const problemSchema = {
  type: 'object',
  required: ['type', 'code', 'status', 'title', 'mend', 'retryable', 'params'],
  properties: {
    type: { type: 'string' },
    code: { type: 'string', description: 'Stable; `module.what_happened`' },
    status: { type: 'integer' },
    title: { type: 'string', description: 'What happened, in the language of Accept-Language' },
    mend: { type: 'string', description: 'How to mend it' },
    retryable: { type: 'boolean' },
    params: { type: 'object' },
  },
};

/** The OpenAPI 3.1 document of a list of routes. */
export function openApiOf(routes: readonly Route[], catalogue: Catalogue, version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const path = route.path.replaceAll(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, catalogue) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Siyu 私域',
      version,
      description:
        'Errors are `application/problem+json`. Lists are paged by `cursor` and `next`. A write with an `Idempotency-Key` header is done once and may be repeated for a day.',
    },
    tags: [...new Set(routes.map(moduleOf))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        apiKey: { type: 'http', scheme: 'bearer', description: 'An API key' },
        session: { type: 'apiKey', in: 'cookie', name: 'siyu_session' },
        writeKey: {
          type: 'http',
          scheme: 'basic',
          description: 'A source’s write key as user name',
        },
      },
    },
  };
}

function operationOf(route: Route, catalogue: Catalogue): Json {
  return {
    operationId: route.id,
    summary: route.summary,
    tags: [moduleOf(route)],
    security: securityOf(route),
    ...(isPermission(route.access) ? { 'x-permission': route.access } : {}),
    'x-data-scope': route.scope,
    parameters: [...parametersOf(route, 'path'), ...parametersOf(route, 'query')],
    ...requestOf(route),
    responses: { 200: answerOf(route), ...errorsOf(route, catalogue) },
  };
}

function moduleOf(route: Route): string {
  return route.id.slice(0, route.id.indexOf('.'));
}

function isPermission(access: Route['access']): boolean {
  return !['public', 'session', 'write_key'].includes(access);
}

function securityOf({ access }: Route): Json[] {
  if (access === 'public') return [];
  if (access === 'write_key') return [{ writeKey: [] }];
  return [{ apiKey: [] }, { session: [] }];
}

function parametersOf(route: Route, place: 'path' | 'query'): Json[] {
  const schema = place === 'path' ? route.params : route.query;
  if (!schema) return [];
  const required: readonly string[] = schema.required ?? [];
  return Object.entries(schema.properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function requestOf(route: Route): Json {
  if (route.transfer?.request === 'file') {
    const schema = { type: 'string', format: 'binary' };
    return { requestBody: { content: { 'application/octet-stream': { schema } } } };
  }
  if (!route.body) return {};
  const example = route.example?.request;
  const content = { schema: route.body, ...(example === undefined ? {} : { example }) };
  return { requestBody: { required: true, content: { 'application/json': content } } };
}

function answerOf(route: Route): Json {
  if (route.transfer?.response === 'file') {
    const schema = { type: 'string', format: 'binary' };
    return { description: 'The file', content: { 'application/octet-stream': { schema } } };
  }
  const example = route.example?.response;
  const content = { schema: route.response, ...(example === undefined ? {} : { example }) };
  return { description: 'Done', content: { 'application/json': content } };
}

function errorsOf(route: Route, catalogue: Catalogue): Json {
  const codes = [...route.errors, 'platform.invalid_input', 'platform.too_busy'];
  if (route.access !== 'public') codes.push('platform.not_logged_in');
  if (isPermission(route.access)) codes.push('platform.forbidden');
  const byStatus = Map.groupBy(codes, (code) => catalogue.get(code)?.status ?? 500);
  const schema = { $ref: '#/components/schemas/Problem' };
  return Object.fromEntries(
    [...byStatus].map(([status, ofStatus]) => [
      status,
      {
        description: ofStatus
          .map((code) => `\`${code}\` ${catalogue.get(code)?.en ?? ''}`)
          .join('\n\n'),
        content: { 'application/problem+json': { schema } },
      },
    ]),
  );
}
