import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Actor, problem, sessionCookie } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';

/** Gives the browser its session: not readable by scripts, not sent by other sites' forms. */
export function setSessionCookie(platform: Platform, reply: FastifyReply, token: string): void {
  const { publicUrl, sessionHours } = platform.config;
  reply.setCookie(sessionCookie, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: publicUrl?.startsWith('https:') ?? false,
    maxAge: sessionHours * 3_600,
  });
}

export function clearSessionCookie(reply: FastifyReply): void {
  reply.clearCookie(sessionCookie, { path: '/' });
}

/** The token of the browser that calls; API keys have none and are refused like nobody. */
export function tokenOf(actor: Actor, request: FastifyRequest): string {
  const token = request.cookies[sessionCookie];
  if (actor.kind !== 'user' || !token) throw problem('platform.not_logged_in');
  return token;
}
