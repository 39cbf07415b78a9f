import { type Block, blocksAfter, eventTable } from '../modules/collect/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { ResolvedEvent } from '../platform/registries/index.ts';

const resolvedTopic = 'resolved';

/**
 * Lets every registered listener hear the blocks it has not heard, in order, up to `newest`, which is at hand (all there are when
 * absent). A
 * listener hears a block again when the process dies before its position is written, so its own unique keys must make
 * that harmless.
 */
export async function hearBlocks(platform: Platform, newest?: Block): Promise<void> {
  const until = newest?.blockId ?? Number.MAX_SAFE_INTEGER;
  const { registries, log, postgres, logger } = platform;
  const db = postgres.db<unknown>();
  for (const listener of registries.blockListeners) {
    const consumer = `listener:${listener.name}`;
    let position = await log.position(consumer, resolvedTopic);
    try {
      while (position < until) {
        const block =
          newest?.blockId === position + 1 ? newest : (await blocksAfter(db, position, 1))[0];
        if (!block || block.blockId > until) break;
        const events = eventsOf(block, await listener.events(platform));
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

/** The events of some names in a block. Lines are read by their first field, so that only those wanted are parsed. */
function eventsOf(block: Block, names: ReadonlySet<string>): ResolvedEvent[] {
  if (names.size === 0) return [];
  const heads = [...names].map((name) => `{"name":${JSON.stringify(name)},`);
  return block.parts
    .filter((part) => part.tables.includes(eventTable.byName))
    .flatMap((part) => part.ndjson.toString().split('\n'))
    .filter((line) => heads.some((head) => line.startsWith(head)))
    .map((line) => JSON.parse(line) as ResolvedEvent);
}
