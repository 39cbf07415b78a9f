import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Platform } from '../platform.ts';
import type { Admission } from './admission.ts';
import { type Catalogue, problemOf } from './catalogue.ts';
import { errorToProblem } from './error-to-problem.ts';
import { localeOf } from './locale.ts';

/** Answers whatever was thrown as a problem (RFC 9457) in the caller's language; logs what is our own fault. */
export function problemAnswerer(platform: Platform, catalogue: Catalogue, admission: Admission) {
  return (thrown: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const error = errorToProblem(thrown, {
      requestSeconds: Math.round((request.routeOptions.handlerTimeout ?? 0) / 1000),
      contentType: request.headers['content-type'] ?? '',
      bodyLimit: request.routeOptions.bodyLimit ?? platform.config.bodyBytes,
    });
    const locale = request.actor?.locale ?? localeOf(request.headers['accept-language']);
    const problem = problemOf(catalogue, error, locale, request.id);
    // A 503 that was decided on (draining, not ready) has no cause and is no news.
    const isOurFault =
      problem.status >= 500 && (problem.status === 500 || error.cause !== undefined);
    if (isOurFault) {
      const route = request.routeOptions.config.route;
      platform.logger.error(
        { err: error.cause ?? error, request: request.id, route },
        problem.code,
      );
    }
    if (problem.retryable && !reply.hasHeader('retry-after')) {
      reply.header('retry-after', admission.retryAfterSeconds);
    }
    reply
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(JSON.stringify(problem));
  };
}
