import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { FileFormat, ImportCounts, ImportMapping, ImportState } from '@siyu/contract/collect';
import { readyTemplates } from '@siyu/engine/import';
import { publicId } from '../../../platform/crypto/index.ts';
import { problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { detectFormat } from './read/detect-format.ts';
import { ImportFault } from './read/import-fault.ts';
import { type ImportListener, runImport } from './run-import.ts';
import { startImport } from './start-import.ts';
import { importById } from './store/import-row.ts';
import { insertFile } from './store/insert-file.ts';
import type { FileRow } from './tables.ts';

export interface FilesToImport {
  readonly name: string;
  /** Paths on this machine; read where they lie and never deleted. */
  readonly files: readonly string[];
  /** A mapping, or the id of a ready-made template: `online_retail`. */
  readonly mapping: ImportMapping | string;
  readonly sourceId: number;
  readonly createdBy: string;
  /** Overrules what is found in the files. */
  readonly format?: Partial<FileFormat>;
  readonly onProgress?: ImportListener;
}

export interface ImportedFiles {
  readonly importId: string;
  readonly state: ImportState;
  readonly message: string | null;
  readonly counts: ImportCounts;
}

/**
 * Imports files of this machine as one import and resolves when all of it is accepted (durable in the log); the pipeline may
 * still be at work. For the command line and the demo. Throws `collect.import_file_unreadable`,
 * `collect.import_mapping_invalid`, `collect.import_template_unknown`.
 */
export async function importFiles(
  platform: Platform,
  given: FilesToImport,
): Promise<ImportedFiles> {
  const { name, sourceId, createdBy, onProgress } = given;
  const mapping = typeof given.mapping === 'string' ? readyMapping(given.mapping) : given.mapping;
  const files: { row: FileRow; format: FileFormat }[] = [];
  for (const path of given.files) {
    const row = await registerFile(platform, resolve(path), createdBy);
    files.push({ row, format: { ...row.format, ...given.format } });
  }
  const importId = await startImport(platform, { name, sourceId, mapping, files, createdBy });
  await runImport(platform, importId, onProgress);
  const row = await importById(platform.postgres.db<unknown>(), importId);
  if (!row) throw new Error(`Import ${importId} is gone.`);
  return { importId: row.public_id, state: row.state, message: row.message, counts: row.counts };
}

function readyMapping(id: string): ImportMapping {
  const found = readyTemplates.find((template) => template.id === id);
  if (!found) throw problem('collect.import_template_unknown', { template: id });
  return found.mapping;
}

async function registerFile(platform: Platform, path: string, by: string): Promise<FileRow> {
  try {
    const { size } = await stat(path);
    const sha256 = createHash('sha256');
    for await (const chunk of createReadStream(path)) sha256.update(chunk as Buffer);
    return await insertFile(
      platform.postgres.db<unknown>(),
      {
        publicId: publicId('ifl'),
        name: basename(path),
        bytes: size,
        sha256: sha256.digest(),
        path,
        owned: false,
        format: await detectFormat(path),
        uploadedBy: by,
      },
      platform.clock.now(),
    );
  } catch (error) {
    const isFault = error instanceof ImportFault;
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    if (!isFault && !isMissing) throw error;
    const reason = isFault
      ? { zh: error.zh, en: error.message }
      : { zh: '文件不存在', en: 'there is no such file' };
    throw problem('collect.import_file_unreadable', { file: path, reason });
  }
}
