import { deleteImportFile } from '@siyu/contract/collect';
import { endpoint } from '../../../../platform/http/index.ts';
import { recordAudit } from '../../../org/index.ts';
import { deleteFile } from '../delete-files.ts';
import { ownFile } from '../own-file.ts';
import { showFile } from '../show-import.ts';

export const deleteImportFileEndpoint = endpoint(
  deleteImportFile,
  async ({ platform, actor, params, raw }) => {
    const file = await ownFile(platform, actor, params.file);
    const deleted_at = await deleteFile(platform, file);
    await recordAudit(platform, null, {
      actor,
      action: 'collect.delete_import_file',
      object: file.public_id,
      detail: { name: file.name },
      ip: raw.request.ip,
    });
    return showFile({ ...file, deleted_at });
  },
);
