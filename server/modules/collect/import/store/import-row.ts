import { type Kysely, sql } from 'kysely';
import type { ImportRow, PartRow } from '../tables.ts';

/** One import by its internal id; undefined when there is none. */
export async function importById(
  db: Kysely<unknown>,
  importId: number,
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    select * from collect.import where import_id = ${importId}`.execute(db);
  return rows[0];
}

/** The files of an import in their order. */
export async function partsOfImport(
  db: Kysely<unknown>,
  importId: number,
): Promise<readonly PartRow[]> {
  const { rows } = await sql<PartRow>`
    select file.public_id as file, file.name, file.bytes, file.path, file.sha256, file.deleted_at, part.format
    from collect.import_part part join collect.import_file file using (import_file_id)
    where part.import_id = ${importId} order by part.position`.execute(db);
  return rows;
}
