import { blocksAfter, eventTable } from '../modules/collect/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { ResolvedEvent } from '../platform/registries/index.ts';

const resolvedTopic = 'resolved';

/**
 * Lets every registered listener hear the blocks it has not heard, in order, up to `until` (the newest one when absent). A
 * listener hears a block again when the process dies before its position is written, so its own unique keys must make
 * that harmless.
 */
export async function hearBlocks(
  platform: Platform,
  until = Number.MAX_SAFE_INTEGER,
): Promise<void> {
  const { registries, log, postgres, logger } = platform;
  const db = postgres.db<unknown>();
  for (const listener of registries.blockListeners) {
    const consumer = `listener:${listener.name}`;
    let position = await log.position(consumer, resolvedTopic);
    try {
      while (position < until) {
        const block = (await blocksAfter(db, position, 1))[0];
        if (!block || block.blockId > until) break;
        const events = block.parts
          .filter((part) => part.tables.includes(eventTable.byName))
          .flatMap((part) =>
            part.ndjson
              .toString()
              .split('\n')
              .map((line) => JSON.parse(line) as ResolvedEvent),
          );
        if (events.length > 0) await listener.onBlock(platform, { blockId: block.blockId, events });
        await postgres.transaction<unknown, void>((tx) =>
          log.commit(tx, consumer, resolvedTopic, block.blockId),
        );
        position = block.blockId;
      }
    } catch (error) {
      // A listener that fails must not hold up the others nor the data; it hears the block again with the next one.
      logger.error(
        { err: error, listener: listener.name, position },
        'a block listener failed and will hear the block again',
      );
    }
  }
}
