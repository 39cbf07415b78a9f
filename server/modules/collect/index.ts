import type { Module } from '../../platform/http/index.ts';
import { endpoints } from './endpoints.ts';
import { registerCollect } from './registers.ts';

export { type AcceptedBatch, accept, rawTopic } from './accept.ts';
export {
  type Block,
  type BlockRows,
  blockInserted,
  blocksAfter,
  dataAsOf,
  markInserted,
  nextBlockId,
  pendingBlocks,
  putBlock,
} from './blocks.ts';
export { countSourceMinutes, type SourceMinute } from './count-source-minutes.ts';
export { defineEvents } from './define-events.ts';
export { eventTable, messageTable } from './event-source.ts';
export { eventWords, type Words } from './event-words.ts';
export { forgetMessages } from './forget-messages.ts';
export {
  type ImportedIdentity,
  importedSource,
  noteImported,
  requireImport,
} from './import/index.ts';
export { importHealth } from './import/store/import-health.ts';
export { type QuarantinedCall, quarantine } from './quarantine.ts';
export { beginRebuild, finishRebuild, requireRebuilt } from './rebuilds.ts';
export { type SourceInfo, sourceCatalogue } from './source-catalogue.ts';
export { oldestWaiting, type SourceHealth, sourceHealth } from './source-health.ts';
export { createSource, resolveWriteKey, systemSource } from './sources.ts';
export { countBlocks } from './store/count-blocks.ts';
export { sourceByPublicId } from './store/source-by-public-id.ts';
export { sourceNames } from './store/source-names.ts';

/** What comes in: sources, the tracking API, imports, quarantine, and the log of resolved blocks. */
export const collect: Module = { name: 'collect', endpoints, register: registerCollect };
