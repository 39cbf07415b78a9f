import type { PipelineContext } from '../context.ts';
import type { Draft } from '../draft.ts';

/** Keeps the first of messages with one messageId, within the block and over the last seven days. */
export async function dropDuplicates(context: PipelineContext, draft: Draft): Promise<void> {
  const seen = new Set(await context.seen.among(draft.entries.map((entry) => entry.hash)));
  draft.entries = draft.entries.filter((entry) => {
    if (seen.has(entry.hash)) {
      draft.duplicates.push({ sourceId: entry.source.sourceId, receivedAt: entry.receivedAt });
      return false;
    }
    seen.add(entry.hash);
    draft.seenHashes.push(entry.hash);
    return true;
  });
}
