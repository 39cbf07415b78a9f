import { downloadImportErrors } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { recordAudit } from '../../../org/index.ts';
import { errorCsv } from '../error-csv.ts';
import { errorFilePath } from '../error-file.ts';
import { requireImport } from '../show-import.ts';
import { partsOfImport } from '../store/import-row.ts';

export const downloadImportErrorsEndpoint = endpoint(
  downloadImportErrors,
  async ({ platform, actor, params, raw }) => {
    const db = platform.postgres.db<unknown>();
    const row = await requireImport(db, actor.scope, params.import);
    const names = (await partsOfImport(db, row.import_id)).map(({ name }) => name);
    // The file holds rows as they were, personal values included: who took it is on record.
    await recordAudit(platform, null, {
      actor,
      action: 'collect.download_import_errors',
      object: row.public_id,
      ip: raw.request.ip,
    });
    raw.reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${row.public_id}-errors.csv"`);
    return errorCsv(errorFilePath(platform, row.public_id), row.error_bytes, names, actor.locale);
  },
);
