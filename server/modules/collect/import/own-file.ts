import { sql } from 'kysely';
import { type Actor, problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { FileRow } from './tables.ts';

/** An uploaded file of the caller whose content is still there. Throws `collect.import_file_unknown`. */
export async function ownFile(platform: Platform, actor: Actor, file: string): Promise<FileRow> {
  const { rows } = await sql<FileRow>`
    select * from collect.import_file
    where public_id = ${file} and uploaded_by = ${actor.id} and deleted_at is null`.execute(
    platform.postgres.db<unknown>(),
  );
  const found = rows[0];
  if (!found) throw problem('collect.import_file_unknown', { file });
  return found;
}
