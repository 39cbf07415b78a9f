import { readHealth, readReadiness, readStatus } from '@siyu/contract/platform';
import type { SettingInForce } from '../config/index.ts';
import { type Endpoint, endpoint, problem } from '../http/index.ts';
import { version } from '../version.ts';
import { type BackUp, backUpEndpoint } from './back-up.ts';
import { checkReadiness } from './check-readiness.ts';

/** What whoever runs the server asks it: alive, ready, and with what settings. */
export function upkeepEndpoints(
  inForce: readonly SettingInForce[],
  startedAt: Date,
  backUp: BackUp,
): readonly Endpoint[] {
  return [
    backUpEndpoint(backUp),
    endpoint(readHealth, async () => ({ alive: true as const, version })),
    endpoint(readReadiness, async ({ platform }) => {
      const checks = await checkReadiness(platform.telemetry);
      const wrong = Object.entries(checks).filter(([, found]) => found !== 'ok');
      if (wrong.length > 0) {
        const reason = wrong.map(([name, found]) => `${name}: ${found}`).join('; ');
        throw problem('platform.unavailable', { reason });
      }
      return { ready: true as const, checks: checks as Record<string, 'ok'> };
    }),
    endpoint(readStatus, async ({ platform }) => ({
      version,
      startedAt: startedAt.toISOString(),
      checks: await checkReadiness(platform.telemetry),
      settings: inForce.map(({ name, value, origin, secret }) => ({ name, value, origin, secret })),
    })),
  ];
}
