import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ImportCounts, Message } from '@siyu/contract/collect';
import { TooManyOpenDocuments } from '@siyu/engine/import';
import type { Platform } from '../../../platform/platform.ts';
import { accept } from '../accept.ts';
import { appendRefused, cutErrorFile, errorFilePath, type RefusedRow } from './error-file.ts';
import { checkFiles } from './read/check-files.ts';
import { ImportFault } from './read/import-fault.ts';
import { importById, partsOfImport } from './store/import-row.ts';
import {
  endImport,
  keepLease,
  leaseMs,
  putCheckpoint,
  releaseLease,
  takeLease,
} from './store/lease.ts';
import { resolvedOffset } from './store/resolved-offset.ts';
import type { ImportRow } from './tables.ts';
import { kindOfMessage, type Unit, unitsOf } from './units.ts';

/** Rows in one batch of the log, and batches that may wait for the pipeline: live events must not queue for long. */
const batchRows = 2000;
const waitingBatches = 20;

/**
 * The job of one import: like `runImport`, but while a run that was stopped or died a moment ago still holds the import it
 * waits until that one's lease is over.
 */
export async function runImportInTurn(platform: Platform, importId: number): Promise<void> {
  for (let waited = 0; waited <= leaseMs; waited += 500) {
    if (await runImport(platform, importId)) return;
    const row = await importById(platform.postgres.db<unknown>(), importId);
    if (row?.state !== 'waiting' && row?.state !== 'running') return;
    await sleep(500);
  }
}

/** Leases of the runs of this process. */
const alive = new Set<string>();

/**
 * Runs an import from where it stands to its end. Every batch is durable in the log, and its refused rows in the error
 * file, before the checkpoint says so; after a crash the batch behind the checkpoint is sent again under the same message
 * ids, which changes nothing. Returns false at once when another run holds the import or nothing is left to do; a run that
 * lost its lease stops.
 */
export async function runImport(platform: Platform, importId: number): Promise<boolean> {
  const lease = randomUUID();
  const db = platform.postgres.db<unknown>();
  // The embedded PostgreSQL belongs to one process: a lease that is not ours is that of a process that died.
  const isAlone = platform.config.postgresUrl === undefined;
  const now = platform.clock.now();
  const row = await takeLease(db, importId, lease, now, isAlone ? [...alive] : undefined);
  if (!row) return false;
  alive.add(lease);
  const end = (state: 'done' | 'failed', message: string | null) =>
    endImport(db, importId, lease, { state, message }, platform.clock.now());
  try {
    if (await takeFiles(platform, row, lease)) await end('done', null);
    else await releaseLease(db, importId, lease);
  } catch (error) {
    const message = sentenceOf(error);
    // What is not the files' fault passes: the lease runs out and the import goes on by itself.
    if (message === undefined) throw error;
    await end('failed', message);
  } finally {
    alive.delete(lease);
  }
  return true;
}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof ImportFault) return `${error.zh} / ${error.message}`;
  if (error instanceof TooManyOpenDocuments) {
    return `同一单号的行相距太远，请先按单号排序 / ${error.message}`;
  }
  const isFileGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
  return isFileGone ? `文件已不在服务器上 / the file is no longer on the server` : undefined;
}

/** Passes over the files; false when the run was stopped or lost its lease. */
async function takeFiles(platform: Platform, row: ImportRow, lease: string): Promise<boolean> {
  const { import_id: importId, mapping } = row;
  const db = platform.postgres.db<unknown>();
  const parts = await partsOfImport(db, importId);
  const keeper = keepLeaseAlive(platform, importId, lease);
  const checked = await checkFiles(parts, mapping, () => keeper.isLost).finally(() => keeper.end());
  const now = platform.clock.now();
  if (!(await keepLease(db, importId, lease, checked.totalRows, now))) return false;

  const errorPath = errorFilePath(platform, row.public_id);
  await cutErrorFile(errorPath, row.error_bytes);
  const context = {
    importId,
    importKey: row.import_key,
    startedAt: (row.started_at ?? now).toISOString(),
  };
  const progress = {
    units: row.units,
    counts: { ...row.counts },
    errorBytes: row.error_bytes,
    lastOffset: 0,
  };
  let batch = emptyBatch();
  let isOurs = true;

  const flush = async (): Promise<void> => {
    if (batch.units === 0) return;
    const { messages, refused } = batch;
    if (messages.length > 0) {
      progress.lastOffset = (await accept(platform, { sourceId: row.source_id, messages })).offset;
    }
    progress.errorBytes += await appendRefused(errorPath, refused);
    progress.units += batch.units;
    addCounts(progress.counts, batch);
    isOurs = await putCheckpoint(db, importId, lease, progress, platform.clock.now());
    batch = emptyBatch();
    if (isOurs) isOurs = await waitForPipeline(platform, importId, lease, progress.lastOffset);
  };

  let place = 0;
  for await (const units of unitsOf(parts, mapping, context, checked.split)) {
    for (const unit of units) {
      place += 1;
      if (place <= row.units) continue;
      addUnit(batch, unit);
      if (batch.rows >= batchRows) await flush();
      if (!isOurs) return false;
    }
  }
  await flush();
  return isOurs;
}

interface Batch {
  units: number;
  rows: number;
  readonly messages: Message[];
  readonly refused: RefusedRow[];
}

const emptyBatch = (): Batch => ({ units: 0, rows: 0, messages: [], refused: [] });

const shownValue = 100;

function addUnit(batch: Batch, unit: Unit): void {
  const outcome = unit.outcome();
  batch.units += 1;
  batch.rows += unit.rows.length;
  if ('message' in outcome) {
    batch.messages.push(outcome.message);
    return;
  }
  outcome.faults.forEach((fault, index) => {
    const cells = unit.rows[index]?.cells ?? [];
    batch.refused.push({ ...fault, value: fault.value.slice(0, shownValue), cells });
  });
}

function addCounts(counts: ImportCounts, batch: Batch): void {
  counts.rows += batch.rows;
  counts.errors += batch.refused.length;
  for (const message of batch.messages) {
    counts[kindOfMessage(message)] += 1;
    counts.consents += message.consents?.length ?? 0;
  }
}

/** Waits while too many batches lie before the pipeline. False when the run was stopped or lost its lease meanwhile. */
async function waitForPipeline(
  platform: Platform,
  importId: number,
  lease: string,
  offset: number,
): Promise<boolean> {
  const db = platform.postgres.db<unknown>();
  let keptAt = performance.now();
  while ((await resolvedOffset(db)) < offset - waitingBatches) {
    await sleep(50);
    if (performance.now() - keptAt < leaseMs / 4) continue;
    keptAt = performance.now();
    if (!(await keepLease(db, importId, lease, null, platform.clock.now()))) return false;
  }
  return true;
}

/** Keeps the lease while the first pass reads, which writes no checkpoints. */
function keepLeaseAlive(platform: Platform, importId: number, lease: string) {
  const db = platform.postgres.db<unknown>();
  const state = { isLost: false };
  const timer = setInterval(() => {
    keepLease(db, importId, lease, null, platform.clock.now()).then(
      (kept) => {
        state.isLost ||= !kept;
      },
      () => undefined,
    );
  }, leaseMs / 4);
  return {
    get isLost() {
      return state.isLost;
    },
    end: () => clearInterval(timer),
  };
}
