import type { Route } from '@siyu/contract/kit';
import type { TSchema } from 'typebox';
import { closed } from './closed-schema.ts';
import { compiled } from './input.ts';

/** An answer that breaks its contract: our mistake, with the place and what the contract says. */
class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer';
}

/**
 * Compiles the writer of a route's answer: checks it, undeclared fields included, and writes JSON. An answer that breaks the
 * contract is never sent, since what it holds too much may be somebody's secret.
 */
export function outputWriter(route: Route): (answer: unknown) => string {
  const validator = compiled(closed(route.response as TSchema));
  return (answer) => {
    if (!validator.Check(answer)) {
      const places = validator
        .Errors(answer)
        .slice(0, 5)
        .map((error) => `${error.instancePath || '/'} ${error.message}`);
      throw new BrokenAnswer(`${route.id} answered outside its contract: ${places.join('; ')}`);
    }
    return JSON.stringify(answer);
  };
}
