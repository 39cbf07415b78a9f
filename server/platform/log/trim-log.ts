import type { Clock } from '../clock/index.ts';
import type { Postgres } from '../postgres/index.ts';
import { deleteReadBatches } from './store/delete-read-batches.ts';
import { deleteReadFacts } from './store/delete-read-facts.ts';

/** Days that the log keeps what everybody has read: the window in which messages are de-duplicated, and one of grace. */
const keptDays = 8;

/** Rows of one statement: deletes stay short beside the writers. */
const pageSize = 2_000;

/**
 * Deletes batches and facts that are older than the log keeps and that every consumer has read. What waits for a consumer
 * stays, however old. Resolved blocks are not part of this: they are the archive.
 */
export async function trimLog(
  { postgres, clock }: { readonly postgres: Postgres; readonly clock: Clock },
  page = pageSize,
): Promise<{ readonly batches: number; readonly facts: number }> {
  const before = new Date(clock.now().getTime() - keptDays * 86_400_000);
  const db = postgres.db<unknown>();
  const all = async (deleteSome: typeof deleteReadBatches): Promise<number> => {
    let total = 0;
    for (let deleted = page; deleted === page; total += deleted) {
      deleted = await deleteSome(db, before, page);
    }
    return total;
  };
  return { batches: await all(deleteReadBatches), facts: await all(deleteReadFacts) };
}
