import { join } from 'node:path';
import type { SettingInForce } from '../platform/config/index.ts';
import { buildHttp, type Endpoint, type HttpServer } from '../platform/http/index.ts';
import { forgetAnswers } from '../platform/idempotency/index.ts';
import { trimLog } from '../platform/log/index.ts';
import type { Platform } from '../platform/platform.ts';
import { type BackUp, upkeepEndpoints } from '../platform/upkeep/index.ts';
import { version } from '../platform/version.ts';
import { callersOf } from './callers.ts';
import { newLocalKey } from './local-key.ts';
import { catalogue, modules } from './modules.ts';

/** Every endpoint of the server, the platform's own included. */
export function allEndpoints(
  inForce: readonly SettingInForce[],
  startedAt: Date,
  backUp: BackUp,
): readonly Endpoint[] {
  return [
    ...upkeepEndpoints(inForce, startedAt, backUp),
    ...modules.flatMap((module) => module.endpoints),
  ];
}

export interface Composed {
  readonly http: HttpServer;
  /** Key with which a command on this machine is the administrator. */
  readonly localKey: string;
}

const consoleFolder = join(import.meta.dirname, '../../console/dist');

/** Registers every module on a platform and puts their endpoints on an HTTP server that does not listen yet. */
export async function compose(
  platform: Platform,
  inForce: readonly SettingInForce[],
  backUp: BackUp,
): Promise<Composed> {
  platform.jobs.define('platform.forget_answers', (running) => forgetAnswers(running));
  platform.jobs.schedule('platform.forget_answers', '23 * * * *');
  platform.jobs.define('platform.trim_log', async (running) => {
    await trimLog(running);
  });
  platform.jobs.schedule('platform.trim_log', '29 3 * * *');
  for (const module of modules) module.register(platform);
  const localKey = newLocalKey();
  const http = await buildHttp({
    platform,
    endpoints: allEndpoints(inForce, platform.clock.now(), backUp),
    catalogue,
    callers: callersOf(platform, localKey),
    version,
    consoleFolder,
  });
  return { http, localKey };
}
