import type { FileFormat } from '@siyu/contract/collect';
import type { Row, RowFault } from '@siyu/engine/import';
import { problem } from '../../../platform/http/index.ts';
import { ImportFault } from './read/import-fault.ts';
import { openRows } from './read/read-rows.ts';
import { unreadable } from './receive-file.ts';
import type { FileRow } from './tables.ts';

/**
 * The columns and the first rows of a file; rows that cannot be read come as faults in their place. Throws
 * `collect.import_file_empty`, `collect.import_file_unreadable`.
 */
export async function readSample(
  file: FileRow,
  format: FileFormat,
  limit: number,
  wanted?: readonly string[],
): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (Row | RowFault)[] }> {
  try {
    const { columns, rows } = await openRows(file.path, format, 0, wanted);
    const sample: (Row | RowFault)[] = [];
    for await (const batch of rows) {
      sample.push(...batch.slice(0, limit - sample.length));
      if (sample.length === limit) break;
    }
    if (sample.length === 0) throw problem('collect.import_file_empty', { file: file.name });
    return { columns, rows: sample };
  } catch (error) {
    if (error instanceof ImportFault) throw unreadable(file.name, error);
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw isGone ? problem('collect.import_file_unknown', { file: file.public_id }) : error;
  }
}
