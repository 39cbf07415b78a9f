import { resumeImport } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { recordAudit } from '../../../org/index.ts';
import { enqueueImport } from '../enqueue-import.ts';
import { reopenImport } from '../settle-state.ts';
import { importDetail, requireImport } from '../show-import.ts';

export const resumeImportEndpoint = endpoint(
  resumeImport,
  async ({ platform, actor, params, raw }) => {
    const db = platform.postgres.db<unknown>();
    const row = await requireImport(db, actor.scope, params.import);
    await reopenImport(platform, row);
    await recordAudit(platform, null, {
      actor,
      action: 'collect.resume_import',
      object: params.import,
      ip: raw.request.ip,
    });
    await enqueueImport(platform, row.import_id);
    return importDetail(db, actor.scope, params.import);
  },
);
