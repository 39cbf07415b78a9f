import { Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { Import, ImportDetail, ImportTemplate, importStates } from './import.ts';
import { FilePreview, ImportFile, ImportTrial, RowProblem } from './import-file.ts';
import { FileFormat, ImportKindSchema, ImportMapping } from './import-mapping.ts';

const importParams = Type.Object({ import: Type.String({ pattern: '^imp_[A-Za-z0-9]+$' }) });
const fileParams = Type.Object({ file: Type.String({ pattern: '^ifl_[A-Za-z0-9]+$' }) });

export const uploadImportFile = defineRoute({
  id: 'collect.upload_import_file',
  method: 'POST',
  path: '/api/import-files',
  summary: 'Upload a CSV or JSON Lines file (plain or .gz): the body is the file’s bytes',
  access: 'imports.edit',
  scope: 'own',
  query: Type.Object({ name: Type.String({ minLength: 1, maxLength: 200 }) }),
  response: ImportFile,
  errors: [
    'collect.import_file_too_large',
    'collect.import_file_empty',
    'collect.import_file_unreadable',
  ],
  transfer: { request: 'file' },
});

export const previewImportFile = defineRoute({
  id: 'collect.preview_import_file',
  method: 'POST',
  path: '/api/import-files/:file/preview',
  summary:
    'The first 50 rows, what each column seems to hold, and the mapping that suggests itself',
  access: 'imports.read',
  scope: 'own',
  params: fileParams,
  body: Type.Object({
    /** Guessed from the columns when absent. */
    kind: Type.Optional(ImportKindSchema),
    /** Read it otherwise than found. */
    format: Type.Optional(FileFormat),
  }),
  response: FilePreview,
  errors: [
    'collect.import_file_unknown',
    'collect.import_file_empty',
    'collect.import_file_unreadable',
  ],
});

export const deleteImportFile = defineRoute({
  id: 'collect.delete_import_file',
  method: 'DELETE',
  path: '/api/import-files/:file',
  summary: 'Delete the content of an uploaded file from the server; what was imported stays',
  access: 'imports.edit',
  scope: 'own',
  params: fileParams,
  response: ImportFile,
  errors: ['collect.import_file_unknown'],
});

export const tryImport = defineRoute({
  id: 'collect.try_import',
  method: 'POST',
  path: '/api/import-trials',
  summary: 'What the first 1,000 rows of a file would become under a mapping; nothing is written',
  access: 'imports.read',
  scope: 'own',
  body: Type.Object({
    file: fileParams.properties.file,
    format: Type.Optional(FileFormat),
    mapping: ImportMapping,
  }),
  response: ImportTrial,
  errors: [
    'collect.import_file_unknown',
    'collect.import_file_empty',
    'collect.import_file_unreadable',
    'collect.import_mapping_invalid',
  ],
});

export const startImport = defineRoute({
  id: 'collect.start_import',
  method: 'POST',
  path: '/api/imports',
  summary: 'Import one or more uploaded files of the same shape; running it again changes nothing',
  access: 'imports.edit',
  scope: 'org',
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 200 }),
    source: Type.String({ description: 'src_…: whose data these are' }),
    files: Type.Array(
      Type.Object({ file: fileParams.properties.file, format: Type.Optional(FileFormat) }),
      { minItems: 1, maxItems: 500 },
    ),
    mapping: ImportMapping,
  }),
  response: ImportDetail,
  errors: [
    'collect.source_unknown',
    'collect.import_file_unknown',
    'collect.import_mapping_invalid',
  ],
});

export const listImports = defineRoute({
  id: 'collect.list_imports',
  method: 'GET',
  path: '/api/imports',
  summary: 'Imports, newest first',
  access: 'imports.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    state: Type.Optional(Type.String({ enum: [...importStates] })),
  }),
  response: pageOf(Import),
  errors: [],
});

export const readImport = defineRoute({
  id: 'collect.read_import',
  method: 'GET',
  path: '/api/imports/:import',
  summary: 'One import with its files, mapping, progress and result',
  access: 'imports.read',
  scope: 'org',
  params: importParams,
  response: ImportDetail,
  errors: ['collect.import_unknown'],
});

export const stopImport = defineRoute({
  id: 'collect.stop_import',
  method: 'POST',
  path: '/api/imports/:import/stop',
  summary: 'Stop at the next safe point; what was accepted stays',
  access: 'imports.edit',
  scope: 'org',
  params: importParams,
  response: ImportDetail,
  errors: ['collect.import_unknown', 'collect.import_not_running'],
});

export const resumeImport = defineRoute({
  id: 'collect.resume_import',
  method: 'POST',
  path: '/api/imports/:import/resume',
  summary: 'Go on with a stopped or failed import where it stood',
  access: 'imports.edit',
  scope: 'org',
  params: importParams,
  response: ImportDetail,
  errors: ['collect.import_unknown', 'collect.import_not_resumable'],
});

export const listImportErrors = defineRoute({
  id: 'collect.list_import_errors',
  method: 'GET',
  path: '/api/imports/:import/errors',
  summary: 'Refused rows in the order of the file, with column, reason and how to mend it',
  access: 'imports.read',
  scope: 'org',
  params: importParams,
  query: Type.Object(pageQuery),
  response: pageOf(RowProblem),
  errors: ['collect.import_unknown'],
});

export const downloadImportErrors = defineRoute({
  id: 'collect.download_import_errors',
  method: 'GET',
  path: '/api/imports/:import/errors.csv',
  summary: 'The error file: file, row, column, reason, how to mend it, and the row as it was',
  access: 'imports.edit',
  scope: 'org',
  params: importParams,
  response: Type.Unknown(),
  errors: ['collect.import_unknown'],
  transfer: { response: 'file' },
});

export const listImportTemplates = defineRoute({
  id: 'collect.list_import_templates',
  method: 'GET',
  path: '/api/import-templates',
  summary: 'Mappings to start from: ready-made ones first, then your own',
  access: 'imports.read',
  scope: 'none',
  query: Type.Object(pageQuery),
  response: pageOf(ImportTemplate),
  errors: [],
});

export const saveImportTemplate = defineRoute({
  id: 'collect.save_import_template',
  method: 'POST',
  path: '/api/import-templates',
  summary: 'Keep a mapping under a name; the same name again replaces it',
  access: 'imports.edit',
  scope: 'none',
  body: Type.Object({
    name: Type.String({ minLength: 1, maxLength: 100 }),
    mapping: ImportMapping,
  }),
  response: ImportTemplate,
  errors: ['collect.import_mapping_invalid'],
});

export const deleteImportTemplate = defineRoute({
  id: 'collect.delete_import_template',
  method: 'DELETE',
  path: '/api/import-templates/:template',
  summary: 'Delete one of your own templates',
  access: 'imports.edit',
  scope: 'none',
  params: Type.Object({ template: Type.String({ pattern: '^imt_[A-Za-z0-9]+$' }) }),
  response: Type.Object({ deleted: Type.Boolean() }),
  errors: ['collect.import_template_unknown'],
});
