import type { Static, TObject, TSchema } from 'typebox';
import type { Permission } from '../org/access.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * Who may call a route.
 * `'public'`: nobody needs to log in. `'session'`: any logged-in user. `'write_key'`: a source's write key.
 * Otherwise the permission that the caller's role must hold.
 */
export type Access = 'public' | 'session' | 'write_key' | Permission;

/**
 * What part of the data the caller sees.
 * `'people'`: rows are people of the caller's subtree; the handler gets a scope and must hand it to a scoped printer.
 * `'org'`: rows carry an organisation node and are cut to the subtree. `'own'`: only the caller's own rows.
 * `'none'`: the answer holds nothing about people or stores.
 */
export type DataScope = 'people' | 'org' | 'own' | 'none';

/** One endpoint as data: validation, serialisation, OpenAPI, the console's client and the CLI all come from it. */
export interface Route<
  Params extends TObject = TObject,
  Query extends TObject = TObject,
  Body extends TSchema = TSchema,
  Response extends TSchema = TSchema,
> {
  /** `module.verb_object`, unique; also the OpenAPI operationId. */
  readonly id: string;
  readonly method: Method;
  /** Path with `:name` parameters, e.g. `/api/people/:person`. */
  readonly path: string;
  readonly summary: string;
  readonly access: Access;
  readonly scope: DataScope;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  readonly response: Response;
  /** Codes from the error registries that this route may answer with, besides the platform's own. */
  readonly errors: readonly string[];
  /** A body (or query) that works and the answer it gets, shown in the documentation. */
  readonly example?: { readonly request?: unknown; readonly response?: unknown };
  /** `'file'`: body or answer is a stream of bytes; `'json'` when absent. */
  readonly transfer?: { readonly request?: 'json' | 'file'; readonly response?: 'json' | 'file' };
  /** `'strict'`: few requests a minute, because guessing must not pay (log in, set up). */
  readonly rate?: 'general' | 'strict';
  /** How long the answer may take, where the server's usual limit is too short. */
  readonly seconds?: number;
}

/** Declares a route; the identity function that keeps the schemas' types. */
export function defineRoute<
  const Params extends TObject,
  const Query extends TObject,
  const Body extends TSchema,
  const Response extends TSchema,
>(route: Route<Params, Query, Body, Response>): Route<Params, Query, Body, Response> {
  return Object.freeze(route);
}

export type ParamsOf<R> = R extends Route<infer P, TObject, TSchema, TSchema> ? Static<P> : never;
export type QueryOf<R> = R extends Route<TObject, infer Q, TSchema, TSchema> ? Static<Q> : never;
export type BodyOf<R> = R extends Route<TObject, TObject, infer B, TSchema> ? Static<B> : never;
export type ResponseOf<R> = R extends Route<TObject, TObject, TSchema, infer A> ? Static<A> : never;
