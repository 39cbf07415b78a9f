import { setTimeout as sleep } from 'node:timers/promises';
import type { MessageBatch } from '@siyu/contract/collect';
import { type Block, rawTopic, sourceCatalogue } from '../modules/collect/index.ts';
import { createIdentityCache } from '../modules/identity/index.ts';
import type { LogRecord } from '../platform/log/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { PipelineContext } from './context.ts';
import { cutRecords } from './cut-records.ts';
import { findCulprits } from './find-culprit.ts';
import { hearBlocks } from './hear-blocks.ts';
import { insertBlock } from './insert-block.ts';
import { insertPendingBlocks } from './insert-pending-blocks.ts';
import { createOrgDirectory } from './org-directory.ts';
import { rememberAnswers } from './remembered.ts';
import { pipelineConsumer, resolveBlock } from './resolve-block.ts';
import { openSeenMessages } from './seen-messages.ts';

export interface Pipeline {
  /** Resolves when everything accepted so far is in both engines and was heard by every listener. */
  idle(): Promise<void>;
  /** Offsets: of the log's end, and up to where the pipeline has come. */
  lag(): Promise<{
    readonly head: number;
    readonly position: number;
    readonly pendingBlocks: number;
  }>;
  /** Runs `work` between two blocks: while it runs the pipeline writes nothing to ClickHouse. */
  rest<R>(work: () => Promise<R>): Promise<R>;
  /** Stops after the block in hand. */
  close(): Promise<void>;
}

/** How many records are read at once, and how many resolved blocks may wait for ClickHouse. */
const readRecords = 200;
const waitingBlocks = 3;
const pollMs = 2000;
const longestPauseMs = 10_000;

/**
 * Starts the one consumer of the raw log. Two loops: one resolves blocks in PostgreSQL, the other inserts them into
 * ClickHouse in order and lets the listeners hear them; the second may be a few blocks behind the first.
 */
export async function startPipeline(platform: Platform): Promise<Pipeline> {
  const { postgres, log, logger } = platform;
  await insertPendingBlocks(platform);
  const context: PipelineContext = {
    platform,
    identities: createIdentityCache(),
    seen: await openSeenMessages(platform.clickhouse, platform.clock.now()),
    orgs: createOrgDirectory(postgres),
    sourceOf: sourceCatalogue(postgres),
    remembered: rememberAnswers(platform.keys),
    knownNames: new Set(),
  };

  let position = await log.position(pipelineConsumer, rawTopic);
  let isStopping = false;
  const stop = new AbortController();
  const queue: Block[] = [];
  const changed = signal();

  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = <R>(work: () => Promise<R>): Promise<R> => {
    const result = turn.then(work);
    turn = result.catch(() => undefined);
    return result;
  };
  const resolveNext = async (): Promise<void> => {
    const records = await log.read<MessageBatch>(rawTopic, position, readRecords);
    if (records.length === 0) return log.waitFor(rawTopic, position, pollMs);
    let rest: readonly LogRecord<MessageBatch>[] = records;
    while (rest.length > 0 && !isStopping) {
      while (queue.length >= waitingBlocks && !isStopping) await changed.wait();
      const taken = cutRecords(rest);
      const block = await resolveSurely(context, taken, stop.signal);
      if (!block) return;
      position = block.lastOffset;
      queue.push(block);
      changed.fire();
      rest = rest.slice(taken.length);
    }
  };
  const insertNext = async (): Promise<void> => {
    const block = queue[0];
    if (!block) return changed.wait();
    await inTurn(() => insertBlock(platform, block));
    context.seen.inserted(block.blockId);
    await hearBlocks(platform, block);
    queue.shift();
    changed.fire();
  };
  const forever = async (
    name: string,
    step: () => Promise<void>,
    isDone: () => boolean,
  ): Promise<void> => {
    for (let failures = 0; !isDone(); ) {
      try {
        await step();
        failures = 0;
      } catch (error) {
        failures += 1;
        logger.error({ err: error, failures }, `pipeline: ${name} failed and will be repeated`);
        await sleep(Math.min(longestPauseMs, 100 * 2 ** failures), undefined, {
          signal: stop.signal,
        }).catch(() => undefined);
      }
    }
  };

  await hearBlocks(platform);
  const resolving = forever('resolve', resolveNext, () => isStopping);
  // Blocks that wait when we stop stay pending in PostgreSQL; the next start inserts them.
  const inserting = forever('insert', insertNext, () => isStopping);

  return {
    idle: async () => {
      const head = await log.head(rawTopic);
      while ((position < head || queue.length > 0) && !isStopping)
        await Promise.race([changed.wait(), sleep(20)]);
    },
    lag: async () => ({ head: await log.head(rawTopic), position, pendingBlocks: queue.length }),
    rest: inTurn,
    close: async () => {
      isStopping = true;
      stop.abort();
      changed.fire();
      await Promise.all([resolving, inserting]);
    },
  };
}

/** Resolves a block, at the price of setting aside a message that breaks it each time. Undefined when asked to stop. */
async function resolveSurely(
  context: PipelineContext,
  records: readonly LogRecord<MessageBatch>[],
  stop: AbortSignal,
): Promise<Block | undefined> {
  const { logger } = context.platform;
  let excluded: ReadonlySet<bigint> = new Set();
  for (let failures = 0; !stop.aborted; ) {
    try {
      return await resolveBlock(context, records, excluded);
    } catch (error) {
      failures += 1;
      context.identities.clear();
      logger.error(
        { err: error, failures, offset: records[0]?.offset },
        'pipeline: a block could not be resolved',
      );
      if (failures >= 2) excluded = await findCulprits(context, records).catch(() => excluded);
      await sleep(Math.min(longestPauseMs, 100 * 2 ** failures), undefined, { signal: stop }).catch(
        () => undefined,
      );
    }
  }
  return undefined;
}

/** Lets loops of this process sleep until another one has moved. */
function signal(): { fire(): void; wait(): Promise<void> } {
  const waiting = new Set<() => void>();
  return {
    fire: () => {
      for (const wake of [...waiting]) wake();
      waiting.clear();
    },
    wait: () =>
      new Promise((resolve) => {
        waiting.add(resolve);
      }),
  };
}
