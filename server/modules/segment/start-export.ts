import type { SegmentExport } from '@siyu/contract/segment';
import type { Static } from 'typebox';
import { publicId } from '../../platform/crypto/index.ts';
import { type Actor, problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { actorNames, recordAudit } from '../org/index.ts';
import { type ExportRow, exportByPublicId, insertExport } from './store/exports.ts';
import { segmentInScope } from './store/segment-by-public-id.ts';

export const exportJob = 'segment.export_people';

/** Queues a file with the members of the version in force, and says so in the audit log. */
export async function startExport(
  platform: Platform,
  actor: Actor,
  segment: string,
): Promise<Static<typeof SegmentExport>> {
  const db = platform.postgres.db<unknown>();
  const row = await segmentInScope(db, actor.scope, segment);
  if (row.version === 0) throw problem('segment.not_counted_yet', { segment });
  const name = (await actorNames(db, [actor.id])).get(actor.id) ?? actor.id;
  const id = publicId('exp');
  await platform.postgres.transaction(async (tx) => {
    await insertExport(
      tx,
      {
        public_id: id,
        segment_id: row.segment_id,
        version: row.version,
        actor_id: actor.id,
        actor_name: name,
        scope_root_id: actor.scope.rootId,
      },
      platform.clock.now(),
    );
    await platform.jobs.add(exportJob, { export: id }, { subject: segment, queue: exportJob, tx });
    await recordAudit(platform, tx, {
      actor,
      action: exportJob,
      object: segment,
      detail: { export: id, version: row.version, name: row.name },
    });
  });
  return showExport((await exportByPublicId(db, id, actor.id)) as ExportRow);
}

/** An export as the outside sees it. */
export const showExport = (row: ExportRow): Static<typeof SegmentExport> => ({
  export: row.public_id,
  state: row.state,
  rows: row.rows,
  total: row.total,
  bytes: row.bytes,
  requestedBy: row.actor_name,
  requestedAt: row.requested_at.toISOString(),
  finishedAt: row.finished_at?.toISOString() ?? null,
  failure: row.failure,
});
