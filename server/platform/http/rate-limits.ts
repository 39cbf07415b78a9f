import type { RateLimitPluginOptions } from '@fastify/rate-limit';
import { problem } from './problem.ts';

/** At most `perMinute` requests of one address; the next ones are `platform.rate_limited` with Retry-After. */
export function limitOptions(perMinute: number): RateLimitPluginOptions {
  return {
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    // Who has hung up already has no address any more.
    keyGenerator: ({ ip }) => (ip as string | undefined) ?? 'gone',
    errorResponseBuilder: (_request, { max }) =>
      problem('platform.rate_limited', {
        limit: max,
        window: { zh: '分钟', en: 'minute' },
      }),
  };
}
