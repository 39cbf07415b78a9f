import { rm } from 'node:fs/promises';
import { type Kysely, sql } from 'kysely';
import type { Platform } from '../../../platform/platform.ts';
import { errorFilePath } from './error-file.ts';

/** Uploads and error files hold personal data in the clear: they go after this many days. */
const keptDays = 30;

/** Deletes the content of an uploaded file. */
export async function deleteFile(
  platform: Platform,
  file: { readonly import_file_id: number; readonly path: string },
): Promise<Date> {
  await rm(file.path, { force: true });
  const at = platform.clock.now();
  await sql`
    update collect.import_file set deleted_at = ${at} where import_file_id = ${file.import_file_id}`.execute(
    platform.postgres.db<unknown>(),
  );
  return at;
}

/** Deletes uploads and error files that are older than 30 days and that no unfinished import needs. */
export async function deleteOldFiles(platform: Platform): Promise<void> {
  const db = platform.postgres.db<unknown>();
  const before = new Date(platform.clock.now().getTime() - keptDays * 86_400_000);
  for (const file of await oldFiles(db, before)) await deleteFile(platform, file);
  const { rows } = await sql<{ import_id: number; public_id: string }>`
    select import_id, public_id from collect.import
    where error_bytes > 0 and finished_at < ${before} and state in ('done', 'failed', 'stopped')`.execute(
    db,
  );
  for (const row of rows) {
    await rm(errorFilePath(platform, row.public_id), { force: true });
    await sql`update collect.import set error_bytes = 0 where import_id = ${row.import_id}`.execute(
      db,
    );
  }
}

async function oldFiles(db: Kysely<unknown>, before: Date) {
  const { rows } = await sql<{ import_file_id: number; path: string }>`
    select import_file_id, path from collect.import_file file
    where deleted_at is null and uploaded_at < ${before} and not exists (
      select from collect.import_part part join collect.import using (import_id)
      where part.import_file_id = file.import_file_id and import.state in ('waiting', 'running')
    )`.execute(db);
  return rows;
}
