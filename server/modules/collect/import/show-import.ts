import type { Import, ImportDetail, ImportFile } from '@siyu/contract/collect';
import { type Kysely, sql } from 'kysely';
import { problem, type Scope } from '../../../platform/http/index.ts';
import { partsOfImport } from './store/import-row.ts';
import { insertedOffset } from './store/resolved-offset.ts';
import type { FileRow, ImportRow } from './tables.ts';

export const showFile = (row: FileRow): ImportFile => ({
  id: row.public_id,
  name: row.name,
  bytes: row.bytes,
  sha256: row.sha256.toString('hex'),
  format: row.format,
  uploadedAt: row.uploaded_at.toISOString(),
  deletedAt: row.deleted_at?.toISOString() ?? null,
});

/** An import with its source's public names. */
export interface ListedImport extends ImportRow {
  readonly source_public_id: string;
  readonly source_name: string;
}

/** @param inserted the log offset up to which everything stands in both engines */
export const showImport = (row: ListedImport, inserted: number): Import => ({
  id: row.public_id,
  name: row.name,
  kind: row.kind,
  source: row.source_public_id,
  sourceName: row.source_name,
  state: row.state,
  message: row.message,
  progress: progressOf(row),
  counts: row.counts,
  settled: row.state !== 'waiting' && row.state !== 'running' && row.last_offset <= inserted,
  createdBy: row.created_by,
  createdAt: row.created_at.toISOString(),
  startedAt: row.started_at?.toISOString() ?? null,
  finishedAt: row.finished_at?.toISOString() ?? null,
});

function progressOf({ state, counts, total_rows }: ImportRow): number {
  if (state === 'done') return 10_000;
  return total_rows ? Math.floor((counts.rows / total_rows) * 10_000) : 0;
}

/** One import of a data scope with its files and mapping. Throws `collect.import_unknown`. */
export async function importDetail(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<ImportDetail> {
  const row = await requireImport(db, scope, publicId);
  const parts = await partsOfImport(db, row.import_id);
  return {
    ...showImport(row, await insertedOffset(db)),
    files: parts.map(({ file, name, bytes, format }) => ({ file, name, bytes, format })),
    mapping: row.mapping,
  };
}

/** One import of a data scope: that of its source. Throws `collect.import_unknown`. */
export async function requireImport(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<ListedImport> {
  const { rows } = await sql<ListedImport>`
    select import.*, source.public_id as source_public_id, source.name as source_name
    from collect.import join collect.source using (source_id)
    where import.public_id = ${publicId} and source.org_id = any(${[...scope.orgIds]}::int[])`.execute(
    db,
  );
  const row = rows[0];
  if (!row) throw problem('collect.import_unknown', { import: publicId });
  return row;
}
