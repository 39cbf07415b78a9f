import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../engines/engine-error.ts';
import type { Telemetry } from '../telemetry/index.ts';

const patienceMs = 5_000;

/** Asks every check at once; `ok`, or what is wrong. One that does not answer within 5 s is wrong too. */
export async function checkReadiness(telemetry: Telemetry): Promise<Record<string, string>> {
  const results = await Promise.all(
    [...telemetry.readiness].map(async ([name, check]) => {
      const given = new AbortController();
      const late = sleep(patienceMs, `no answer within ${patienceMs / 1000} s`, {
        signal: given.signal,
      }).catch(() => 'ok');
      const found = await Promise.race([check().then(() => 'ok', messageOf), late]);
      given.abort();
      return [name, found] as const;
    }),
  );
  return Object.fromEntries(results);
}
