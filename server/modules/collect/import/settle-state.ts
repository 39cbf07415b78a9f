import { type Kysely, sql } from 'kysely';
import { problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { ListedImport } from './show-import.ts';
import { partsOfImport } from './store/import-row.ts';

/** Stops an import: its run ends at the next batch, and what was accepted stays. Throws `collect.import_not_running`. */
export async function stopImport(platform: Platform, row: ListedImport): Promise<void> {
  const { rows } = await sql`
    update collect.import set state = 'stopped', finished_at = ${platform.clock.now()}
    where import_id = ${row.import_id} and state in ('waiting', 'running') returning 1`.execute(
    platform.postgres.db<unknown>(),
  );
  if (rows.length === 0) throw problem('collect.import_not_running', { import: row.public_id });
}

/** Makes a stopped or failed import wait for its run again. Throws `collect.import_not_resumable`. */
export async function reopenImport(platform: Platform, row: ListedImport): Promise<void> {
  const db: Kysely<unknown> = platform.postgres.db();
  const parts = await partsOfImport(db, row.import_id);
  const { rows } = parts.some(({ deleted_at }) => deleted_at !== null)
    ? { rows: [] }
    : await sql`
        update collect.import set state = 'waiting', finished_at = null, message = null
        where import_id = ${row.import_id} and state in ('stopped', 'failed') returning 1`.execute(
        db,
      );
  if (rows.length === 0) {
    throw problem('collect.import_not_resumable', { import: row.public_id, state: row.state });
  }
}
