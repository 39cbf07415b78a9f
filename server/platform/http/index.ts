export { type BrowserSession, type Callers, csrfHeader, nobody, sessionCookie } from './callers.ts';
export { type Catalogue, catalogueOf, problemOf } from './catalogue.ts';
export { decodeCursor, encodeCursor } from './cursor.ts';
export { localeOf } from './locale.ts';
export { openApiOf } from './openapi.ts';
export { problem, SiyuError } from './problem.ts';
export { buildHttp, type HttpOptions, type HttpServer } from './server.ts';
export {
  type Actor,
  type Call,
  type Endpoint,
  endpoint,
  type Module,
  type Scope,
} from './types.ts';
