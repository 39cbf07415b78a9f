import type { Route } from '@siyu/contract/kit';
import type { Role } from '@siyu/contract/org';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import type { Platform } from '../platform.ts';

/** Which part of the organisation a caller sees: `orgIds` is the subtree of `rootId`; `everything` when that is the whole tree. */
export interface Scope {
  readonly rootId: number;
  readonly everything: boolean;
  readonly orgIds: readonly number[];
}

/** Who calls: a logged-in user, an API key, a source with its write key, or nobody (public routes). */
export interface Actor {
  readonly kind: 'user' | 'api_key' | 'source' | 'system' | 'nobody';
  /** `usr_…`, `key_…`, `src_…`; the name under which the audit log knows the caller. */
  readonly id: string;
  readonly role: Role | null;
  readonly scope: Scope;
  readonly locale: 'zh-CN' | 'en-US';
  /** Only for `kind: 'source'`. */
  readonly sourceId?: number;
}

/** What a handler gets: validated input, the caller, and the platform. */
export interface Call<P extends TObject, Q extends TObject, B extends TSchema> {
  readonly platform: Platform;
  readonly actor: Actor;
  readonly params: Static<P>;
  readonly query: Static<Q>;
  /** Of a route with `transfer.request: 'file'` the bytes as a `Readable`, unread. */
  readonly body: Static<B>;
  /** The raw exchange, for files and cookies only. */
  readonly raw: { readonly request: FastifyRequest; readonly reply: FastifyReply };
}

/** A route with its handler. Build it with `endpoint`. */
export interface Endpoint {
  readonly route: Route;
  readonly handle: (call: Call<TObject, TObject, TSchema>) => Promise<unknown>;
}

/** Binds a handler to its route; the handler's types follow from the route's schemas. */
export function endpoint<
  P extends TObject,
  Q extends TObject,
  B extends TSchema,
  A extends TSchema,
>(route: Route<P, Q, B, A>, handle: (call: Call<P, Q, B>) => Promise<Static<A>>): Endpoint {
  return { route: route as unknown as Route, handle: handle as unknown as Endpoint['handle'] };
}

/** What a module brings: its endpoints, and `register`, which fills registries, jobs and schedules before start. */
export interface Module {
  readonly name: string;
  readonly endpoints: readonly Endpoint[];
  register(platform: Platform): void;
}
