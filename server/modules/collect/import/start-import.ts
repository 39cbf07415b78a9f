import { hash } from 'node:crypto';
import type { FileFormat, ImportMapping } from '@siyu/contract/collect';
import { mappingFault } from '@siyu/engine/import';
import { publicId } from '../../../platform/crypto/index.ts';
import { problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { insertImport } from './store/insert-import.ts';
import type { FileRow } from './tables.ts';

/** The name of the job that runs one import; its payload is `{ importId }`. */
export const runImportJob = 'collect.run_import';

export interface ImportToStart {
  readonly name: string;
  readonly sourceId: number;
  readonly mapping: ImportMapping;
  readonly files: readonly { readonly row: FileRow; readonly format: FileFormat }[];
  readonly createdBy: string;
}

/** Writes a waiting import. Throws `collect.import_mapping_invalid`. Whoever calls it has it run. */
export async function startImport(platform: Platform, toStart: ImportToStart): Promise<number> {
  const { name, sourceId, mapping, files, createdBy } = toStart;
  const reason = mappingFault(mapping);
  if (reason !== null) throw problem('collect.import_mapping_invalid', { reason });
  return platform.postgres.transaction((tx) =>
    insertImport(
      tx,
      {
        publicId: publicId('imp'),
        name,
        sourceId,
        mapping,
        createdBy,
        importKey: importKeyOf(mapping, files),
        parts: files.map(({ row, format }) => ({ fileId: row.import_file_id, format })),
      },
      platform.clock.now(),
    ),
  );
}

/** The same for the same content read in the same way: its message ids are then the same too. */
function importKeyOf(mapping: ImportMapping, files: ImportToStart['files']): string {
  const content = files.map(({ row, format }) => [row.sha256.toString('hex'), format]);
  return hash('sha256', JSON.stringify([sorted(mapping), sorted(content)]), 'hex').slice(0, 24);
}

/** JSON values with the keys of objects in one order, whatever order a client wrote them in. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, sorted(inner)]));
}
