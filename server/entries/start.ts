import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { settleErasures } from '../modules/privacy/index.ts';
import { insertPendingBlocks } from '../pipeline/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import type { LoadedConfig } from '../platform/config/index.ts';
import { codeOf, EngineError } from '../platform/engines/engine-error.ts';
import type { Platform } from '../platform/platform.ts';
import { compose } from './compose.ts';
import { announce, withdraw } from './local-key.ts';
import { openPlatform } from './platform.ts';
import { watchedPipeline } from './watched-pipeline.ts';

export interface StartOptions extends LoadedConfig {
  readonly logger: Logger;
  readonly clock?: Clock;
  /** False keeps the port closed; requests then come through `fastify.inject`. */
  readonly listen?: boolean;
}

export interface StartedServer {
  /** `http://host:port`; empty when it does not listen. */
  readonly address: string;
  readonly platform: Platform;
  readonly fastify: FastifyInstance;
  /** Key with which a command on this machine is the administrator. */
  readonly localKey: string;
  /** Resolves when everything accepted so far can be asked for. */
  idle(): Promise<void>;
  /** Lets running requests and the block in hand end, then closes everything in reverse; takes 30 s at most. */
  close(): Promise<void>;
}

const closePatienceMs = 30_000;

/** Starts everything in this process, and resolves when it is ready to answer. */
export async function startServer(options: StartOptions): Promise<StartedServer> {
  const { config, inForce, logger, clock, listen = true } = options;
  const closers: (() => Promise<void>)[] = [];
  const close = () => closeInReverse(closers, logger);
  try {
    const opened = await openPlatform(config, logger, clock);
    const { platform } = opened;
    closers.push(opened.close);
    const { http, localKey } = await compose(platform, inForce, (to) =>
      opened.backUp(to, (work) => pipeline.rest(work)),
    );
    // Nothing may be resolved for, nor answered about, somebody whom a restored database does not know as erased.
    await insertPendingBlocks(platform);
    await settleErasures(platform);
    const pipeline = await watchedPipeline(platform);
    closers.push(() => pipeline.close());
    await platform.jobs.start(platform);
    closers.push(() => platform.jobs.close());
    closers.push(() => http.close());
    const address = listen ? await listenOrExplain(http.listen, config) : '';
    if (listen) {
      await announce(config.home, { address, key: localKey, pid: process.pid });
      closers.push(() => withdraw(config.home));
    }
    const { fastify } = http;
    return { address, platform, fastify, localKey, idle: () => pipeline.idle(), close };
  } catch (error) {
    await close();
    throw error;
  }
}

async function listenOrExplain(
  listen: () => Promise<string>,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<string> {
  try {
    return await listen();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EADDRINUSE') {
      throw new EngineError(
        `Port ${port} on ${host} is in use by another program. Stop it, or choose another port with SIYU_PORT (0 takes a free one).`,
      );
    }
    if (code === 'EACCES' || code === 'EADDRNOTAVAIL') {
      throw new EngineError(
        `This process may not listen on port ${port} of ${host} (${code}). Choose others with SIYU_PORT and SIYU_HOST.`,
      );
    }
    throw error;
  }
}

async function closeInReverse(closers: (() => Promise<void>)[], logger: Logger): Promise<void> {
  const closing = (async () => {
    for (let close = closers.pop(); close; close = closers.pop()) {
      await close().catch((error: unknown) => logger.error({ err: error }, 'while stopping'));
    }
    return 'closed';
  })();
  const patience = new AbortController();
  const late = sleep(closePatienceMs, 'late', { signal: patience.signal }).catch(() => 'closed');
  if ((await Promise.race([closing, late])) === 'late') {
    logger.error('stopping takes too long; what is left will be mended by the next start');
  }
  patience.abort();
}
