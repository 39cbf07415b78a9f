import type { FileFormat } from '@siyu/contract/collect';
import { type Kysely, sql } from 'kysely';
import type { FileRow } from '../tables.ts';

/** Notes a file that lies on this server. */
export async function insertFile(
  db: Kysely<unknown>,
  file: {
    readonly publicId: string;
    readonly name: string;
    readonly bytes: number;
    readonly sha256: Buffer;
    readonly path: string;
    readonly format: FileFormat;
    readonly uploadedBy: string;
  },
  at: Date,
): Promise<FileRow> {
  const { rows } = await sql<FileRow>`
    insert into collect.import_file (public_id, name, bytes, sha256, path, format, uploaded_by, uploaded_at)
    values (${file.publicId}, ${file.name}, ${file.bytes}, ${file.sha256}, ${file.path},
      ${JSON.stringify(file.format)}::jsonb, ${file.uploadedBy}, ${at})
    returning *`.execute(db);
  return rows[0] as FileRow;
}
