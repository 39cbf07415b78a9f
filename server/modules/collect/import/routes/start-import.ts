import { startImport as route } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { recordAudit } from '../../../org/index.ts';
import { sourceByPublicId } from '../../store/source-by-public-id.ts';
import { enqueueImport } from '../enqueue-import.ts';
import { ownFile } from '../own-file.ts';
import { importDetail } from '../show-import.ts';
import { startImport } from '../start-import.ts';
import { importById } from '../store/import-row.ts';

export const startImportEndpoint = endpoint(route, async ({ platform, actor, body, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { sourceId } = await sourceByPublicId(db, actor.scope, body.source);
  const files = [];
  for (const { file, format } of body.files) {
    const row = await ownFile(platform, actor, file);
    files.push({ row, format: format ?? row.format });
  }
  const { name, mapping } = body;
  const importId = await startImport(platform, {
    name,
    sourceId,
    mapping,
    files,
    createdBy: actor.id,
  });
  const publicId = (await importById(db, importId))?.public_id ?? '';
  await recordAudit(platform, null, {
    actor,
    action: 'collect.start_import',
    object: publicId,
    detail: { name, kind: mapping.kind, files: files.map(({ row }) => row.name) },
    ip: raw.request.ip,
  });
  await enqueueImport(platform, importId);
  return importDetail(db, actor.scope, publicId);
});
