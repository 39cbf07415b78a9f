import type { Route } from '@siyu/contract/kit';
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile, type Validator } from 'typebox/compile';
import { closed } from './closed-schema.ts';
import { invalidInput } from './invalid-input.ts';

export interface Input {
  readonly params: Record<string, unknown>;
  readonly query: Record<string, unknown>;
  readonly body: unknown;
}

/**
 * Compiles the reader of a route's input: converts parameters and query from text, fills defaults, checks. Objects are closed
 * (see `closed`) except on the tracking interface, whose clients may send more than we know.
 */
export function inputReader(route: Route): (request: FastifyRequest) => Input {
  const params = fromText('params', route.params);
  const query = fromText('query', route.query);
  const body = bodyReader(route);
  return (request) => ({
    params: params(request.params),
    query: query(request.query),
    body: body(request.body),
  });
}

/** A file's bytes are handed on as the stream they come in. */
function bodyReader(route: Route): (given: unknown) => unknown {
  if (route.transfer?.request === 'file') return (given) => given;
  return route.body ? fromJson(route.body, route.access !== 'write_key') : () => undefined;
}

function fromText(part: 'params' | 'query', schema: Route['query']) {
  if (!schema) return () => ({});
  const validator = compiled(closed(schema));
  const lists = Object.entries(schema.properties)
    .filter(([, property]) => 'type' in property && property.type === 'array')
    .map(([name]) => name);
  return (given: unknown): Record<string, unknown> => {
    const value = { ...(given as Record<string, unknown>) };
    // `?tag=a` and `?tag=a&tag=b` are both lists.
    for (const name of lists) if (typeof value[name] === 'string') value[name] = [value[name]];
    const read = validator.Default(validator.Convert(value));
    if (!validator.Check(read)) throw invalidInput(part, validator.Errors(read));
    return read as Record<string, unknown>;
  };
}

function fromJson(schema: TSchema, close: boolean) {
  const validator = compiled(close ? closed(schema) : schema);
  const hasDefaults = JSON.stringify(schema).includes('"default":');
  return (given: unknown): unknown => {
    const read = hasDefaults ? validator.Default(given) : given;
    if (!validator.Check(read)) throw invalidInput('body', validator.Errors(read));
    return read;
  };
}

export function compiled(schema: object): Validator {
  return Compile(schema as TSchema) as unknown as Validator;
}
