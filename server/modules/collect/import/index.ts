import { sql } from 'kysely';
import type { Endpoint } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { PersonAsset } from '../../../platform/registries/index.ts';
import { deleteOldFiles } from './delete-files.ts';
import { reviveImports } from './enqueue-import.ts';
import { deleteImportFileEndpoint } from './routes/delete-import-file.ts';
import { deleteImportTemplateEndpoint } from './routes/delete-import-template.ts';
import { downloadImportErrorsEndpoint } from './routes/download-import-errors.ts';
import { listImportErrorsEndpoint } from './routes/list-import-errors.ts';
import { listImportTemplatesEndpoint } from './routes/list-import-templates.ts';
import { listImportsEndpoint } from './routes/list-imports.ts';
import { previewImportFileEndpoint } from './routes/preview-import-file.ts';
import { readImportEndpoint } from './routes/read-import.ts';
import { resumeImportEndpoint } from './routes/resume-import.ts';
import { saveImportTemplateEndpoint } from './routes/save-import-template.ts';
import { startImportEndpoint } from './routes/start-import.ts';
import { stopImportEndpoint } from './routes/stop-import.ts';
import { tryImportEndpoint } from './routes/try-import.ts';
import { uploadImportFileEndpoint } from './routes/upload-import-file.ts';
import { runImportInTurn } from './run-import.ts';
import { runImportJob } from './start-import.ts';

export { type ImportedIdentity, importedSource, noteImported } from './note-imported.ts';
export { requireImport } from './show-import.ts';

/** File import: upload, preview, mapping, run, errors. */
export const importEndpoints: readonly Endpoint[] = [
  uploadImportFileEndpoint,
  previewImportFileEndpoint,
  deleteImportFileEndpoint,
  tryImportEndpoint,
  startImportEndpoint,
  listImportsEndpoint,
  readImportEndpoint,
  stopImportEndpoint,
  resumeImportEndpoint,
  listImportErrorsEndpoint,
  downloadImportErrorsEndpoint,
  listImportTemplatesEndpoint,
  saveImportTemplateEndpoint,
  deleteImportTemplateEndpoint,
];

const auditActions = {
  'collect.start_import': { zh: '开始导入', en: 'Started an import' },
  'collect.stop_import': { zh: '停止导入', en: 'Stopped an import' },
  'collect.resume_import': { zh: '继续导入', en: 'Resumed an import' },
  'collect.delete_import_file': { zh: '删除导入文件', en: 'Deleted an import file' },
  'collect.download_import_errors': {
    zh: '下载导入错误文件',
    en: 'Downloaded an import error file',
  },
} as const;

/** Who came with a file; the file's own content is deleted by age or on request. */
const importIdentityAsset: PersonAsset = {
  table: 'collect.import_identity',
  store: 'postgres',
  key: 'identity_id',
  erase: async ({ tx, identityIds }) => {
    await sql`
      delete from collect.import_identity where identity_id = any(${[...identityIds]}::bigint[])`.execute(
      tx,
    );
  },
};

/** Jobs, schedules and names that file import brings. */
export function registerImport({ jobs, registries }: Platform): void {
  registries.personAssets.push(importIdentityAsset);
  jobs.define(runImportJob, (platform, payload) =>
    runImportInTurn(platform, Number(payload.importId)),
  );
  jobs.define('collect.revive_imports', reviveImports);
  jobs.schedule('collect.revive_imports', '* * * * *');
  jobs.define('collect.delete_old_import_files', deleteOldFiles);
  jobs.schedule('collect.delete_old_import_files', '41 3 * * *');
  for (const [action, names] of Object.entries(auditActions))
    registries.auditActions.set(action, names);
}
