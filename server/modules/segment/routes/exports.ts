import { createReadStream } from 'node:fs';
import { downloadExport, listExports, startExport as startRoute } from '@siyu/contract/segment';
import { decodeCursor, encodeCursor, endpoint, problem } from '../../../platform/http/index.ts';
import { recordAudit } from '../../org/index.ts';
import { exportFile } from '../export-file.ts';
import { showExport, startExport } from '../start-export.ts';
import { exportByPublicId, exportPage } from '../store/exports.ts';
import { segmentInScope } from '../store/segment-by-public-id.ts';

export const start = endpoint(startRoute, ({ platform, actor, params }) =>
  startExport(platform, actor, params.segment),
);

export const list = endpoint(listExports, async ({ platform, actor, params, query }) => {
  const db = platform.postgres.db<unknown>();
  const { segment_id: segmentId } = await segmentInScope(db, actor.scope, params.segment);
  const { cursor, limit = 50 } = query;
  const before = cursor === undefined ? undefined : Number(decodeCursor(cursor, 1)[0]);
  const rows = await exportPage(db, { segmentId, actorId: actor.id, before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map(showExport),
    next: rows.length > limit && last ? encodeCursor([last.export_id]) : null,
  };
});

export const download = endpoint(downloadExport, async ({ platform, actor, params, raw }) => {
  const row = await exportByPublicId(platform.postgres.db<unknown>(), params.export, actor.id);
  if (!row) throw problem('segment.export_unknown', { export: params.export });
  if (row.state !== 'done') {
    throw problem('segment.export_not_ready', { export: params.export, state: row.state });
  }
  await recordAudit(platform, null, {
    actor,
    action: 'segment.download_export',
    object: params.export,
  });
  raw.reply.type('text/csv; charset=utf-8');
  raw.reply.header('content-disposition', `attachment; filename="${params.export}.csv"`);
  raw.reply.header('content-length', row.bytes);
  return createReadStream(exportFile(platform, params.export));
});
