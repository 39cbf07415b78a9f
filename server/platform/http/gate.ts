import { timingSafeEqual } from 'node:crypto';
import type { Access, Method } from '@siyu/contract/kit';
import { type Permission, roleHolds } from '@siyu/contract/org';
import type { FastifyRequest } from 'fastify';
import { type Callers, csrfHeader, nobody, sessionCookie } from './callers.ts';
import { localeOf } from './locale.ts';
import { problem } from './problem.ts';
import type { Actor } from './types.ts';

/** Finds out who calls and whether they may, before the body is read. Throws 401 or 403 otherwise. */
export type Gate = (request: FastifyRequest) => Promise<Actor>;

/** Builds the gate of a route from the access that it declares. */
export function gateOf(access: Access, method: Method, callers: Callers): Gate {
  if (access === 'public') {
    return async (request) => nobody(localeOf(request.headers['accept-language']));
  }
  if (access === 'write_key') return (request) => source(request, callers);
  const permission = access === 'session' ? null : access;
  const writes = method !== 'GET';
  return async (request) => {
    const actor = await userOrKey(request, callers, writes);
    if (permission) requirePermission(actor, permission);
    return actor;
  };
}

async function source(request: FastifyRequest, callers: Callers): Promise<Actor> {
  const key = writeKeyOf(request.headers.authorization);
  const actor = key ? await callers.byWriteKey(key) : null;
  if (!actor) throw problem('platform.write_key_unknown');
  return actor;
}

/** The write key is the user name of Basic authentication, as Segment's clients send it. */
function writeKeyOf(authorization: string | undefined): string | undefined {
  if (!authorization?.startsWith('Basic ')) return undefined;
  const [name] = Buffer.from(authorization.slice(6), 'base64').toString().split(':');
  return name || undefined;
}

async function userOrKey(
  request: FastifyRequest,
  callers: Callers,
  writes: boolean,
): Promise<Actor> {
  const { authorization } = request.headers;
  if (authorization?.startsWith('Bearer ')) {
    const actor = await callers.byApiKey(authorization.slice(7));
    if (actor) return actor;
    throw problem('platform.not_logged_in');
  }
  const token = request.cookies[sessionCookie];
  const session = token ? await callers.bySession(token) : null;
  if (!session) throw problem('platform.not_logged_in');
  if (writes && !equal(request.headers[csrfHeader], session.csrf)) throw problem('platform.csrf');
  return session.actor;
}

function requirePermission(actor: Actor, permission: Permission): void {
  if (!actor.role || !roleHolds(actor.role, permission)) {
    throw problem('platform.forbidden', { permission });
  }
}

function equal(given: string | string[] | undefined, right: string): boolean {
  if (typeof given !== 'string' || given.length !== right.length) return false;
  return timingSafeEqual(Buffer.from(given), Buffer.from(right));
}
