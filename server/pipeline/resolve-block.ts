import type { MessageBatch } from '@siyu/contract/collect';
import type { Kysely } from 'kysely';
import {
  type Block,
  nextBlockId,
  putBlock,
  quarantine,
  rawTopic,
} from '../modules/collect/index.ts';
import type { LogRecord } from '../platform/log/index.ts';
import type { PipelineContext } from './context.ts';
import { type Draft, setAside } from './draft.ts';
import { carryOutErasures } from './steps/carry-out-erasures.ts';
import { count } from './steps/count.ts';
import { decode } from './steps/decode.ts';
import { dropDuplicates } from './steps/drop-duplicates.ts';
import { fillBoxes } from './steps/fill-boxes.ts';
import { keepDocuments } from './steps/keep-documents.ts';
import { keepTraits } from './steps/keep-traits.ts';
import { normalise } from './steps/normalise.ts';
import { noteImports } from './steps/note-imports.ts';
import { obeyTombstones } from './steps/obey-tombstones.ts';
import { printRows } from './steps/print-rows.ts';
import { keepConsents } from './steps/record-consents.ts';
import { registerNames, rememberNames } from './steps/register-names.ts';
import { resolveIdentities } from './steps/resolve-identities.ts';

export const pipelineConsumer = 'pipeline';

/**
 * Takes log records through the modules and commits, in one PostgreSQL transaction, everything they change together with
 * the rows that ClickHouse shall get and the consumer's position. Returns the block, which is then inserted.
 *
 * @param excluded hashes of messages known to break a step; they go to quarantine
 */
export async function resolveBlock(
  context: PipelineContext,
  records: readonly LogRecord<MessageBatch>[],
  excluded: ReadonlySet<bigint> = new Set(),
): Promise<Block> {
  const { platform } = context;
  const draft = await startDraft(context, records);

  // Shape first, so that later steps see only what they understand; duplicates before any work is spent on them.
  await decode(context, draft, records);
  await dropDuplicates(context, draft);
  setExcludedAside(draft, excluded);
  await normalise(context, draft);

  const block = await platform.postgres.transaction<unknown, Block>(async (tx) => {
    await changeTruth(tx, context, draft);
    const done: Block = { ...draft, messages: draft.seenHashes.length, parts: printRows(draft) };
    await quarantine(tx, platform.keys, draft.quarantined, draft.at);
    await count(tx, draft);
    await putBlock(tx, done, draft.at);
    await platform.log.commit(tx, pipelineConsumer, rawTopic, draft.lastOffset);
    return done;
  });

  // Only what is committed may be remembered.
  draft.identity?.remember();
  rememberNames(context, draft);
  context.seen.add(draft.blockId, draft.seenHashes, draft.at);
  return block;
}

/** The steps that write truth, in the order in which each needs the one before. */
async function changeTruth(
  tx: Kysely<unknown>,
  context: PipelineContext,
  draft: Draft,
): Promise<void> {
  await obeyTombstones(tx, draft); // before identities: nobody erased may come back to life
  await resolveIdentities(tx, context, draft); // everything below belongs to somebody
  await fillBoxes(tx, context, draft);
  await keepConsents(tx, context, draft);
  await keepTraits(tx, context, draft);
  await keepDocuments(tx, draft); // last of the truth: it derives events
  await carryOutErasures(tx, context, draft); // alone in its block, see cut-records
  await noteImports(tx, draft);
  await registerNames(tx, context, draft);
}

/**
 * Whether these messages can be resolved: tries it and rolls everything back. For finding the one message that breaks a block.
 */
export async function rehearse(
  context: PipelineContext,
  records: readonly LogRecord<MessageBatch>[],
  only: ReadonlySet<bigint>,
): Promise<boolean> {
  const draft = await startDraft(context, records);
  await decode(context, draft, records);
  draft.entries = draft.entries.filter((entry) => only.has(entry.hash));
  const rollback = new Error('rehearsal');
  try {
    await normalise(context, draft);
    await context.platform.postgres.transaction<unknown, never>(async (tx) => {
      await changeTruth(tx, context, draft);
      printRows(draft);
      throw rollback;
    });
  } catch (error) {
    return error === rollback;
  } finally {
    context.identities.clear();
  }
  return true;
}

async function startDraft(
  context: PipelineContext,
  records: readonly LogRecord<MessageBatch>[],
): Promise<Draft> {
  return {
    blockId: await nextBlockId(context.platform.postgres.db<unknown>()),
    firstOffset: records[0]?.offset ?? 0,
    lastOffset: records.at(-1)?.offset ?? 0,
    at: context.platform.clock.now(),
    entries: [],
    quarantined: [],
    duplicates: [],
    seenHashes: [],
    consents: [],
    traits: [],
    derived: [],
  };
}

function setExcludedAside(draft: Draft, excluded: ReadonlySet<bigint>): void {
  draft.entries = draft.entries.filter((entry) => {
    if (!excluded.has(entry.hash)) return true;
    setAside(
      draft,
      entry,
      'not_processable',
      'A step of the pipeline failed on this message each time; the server log has the error.',
    );
    return false;
  });
}
