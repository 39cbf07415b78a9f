import { type Kysely, sql } from 'kysely';

export interface ExportRow {
  readonly export_id: number;
  readonly public_id: string;
  readonly segment_id: number;
  readonly version: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed' | 'expired';
  readonly rows: number;
  readonly total: number | null;
  readonly bytes: number;
  readonly actor_id: string;
  readonly actor_name: string;
  readonly scope_root_id: number;
  readonly failure: string | null;
  readonly requested_at: Date;
  readonly finished_at: Date | null;
}

const columns = sql`export_id, public_id, segment_id, version, state, rows, total, bytes, actor_id, actor_name, scope_root_id,
  failure, requested_at, finished_at`;

/** Adds an export that waits for its job. */
export async function insertExport(
  tx: Kysely<unknown>,
  row: Pick<
    ExportRow,
    'public_id' | 'segment_id' | 'version' | 'actor_id' | 'actor_name' | 'scope_root_id'
  >,
  at: Date,
): Promise<void> {
  await sql`
    insert into segment.export (public_id, segment_id, version, state, actor_id, actor_name, scope_root_id, requested_at)
    values (${row.public_id}, ${row.segment_id}, ${row.version}, 'waiting', ${row.actor_id}, ${row.actor_name},
      ${row.scope_root_id}, ${at})`.execute(tx);
}

/** An export by public id; of one caller when `actorId` is given. */
export async function exportByPublicId(
  db: Kysely<unknown>,
  publicId: string,
  actorId: string | null,
): Promise<ExportRow | undefined> {
  const { rows } = await sql<ExportRow>`
    select ${columns} from segment.export
    where public_id = ${publicId} and ${actorId === null ? sql`true` : sql`actor_id = ${actorId}`}`.execute(
    db,
  );
  return rows[0];
}

/** A page of a caller's exports of a segment, newest first. */
export async function exportPage(
  db: Kysely<unknown>,
  query: {
    readonly segmentId: number;
    readonly actorId: string;
    readonly before: number | undefined;
    readonly limit: number;
  },
): Promise<readonly ExportRow[]> {
  const { segmentId, actorId, before, limit } = query;
  const { rows } = await sql<ExportRow>`
    select ${columns} from segment.export
    where segment_id = ${segmentId} and actor_id = ${actorId}
      and ${before === undefined ? sql`true` : sql`export_id < ${before}`}
    order by export_id desc limit ${limit}`.execute(db);
  return rows;
}

/** Writes how far an export has come, or how it ended. */
export async function setExport(
  db: Kysely<unknown>,
  exportId: number,
  change: Pick<ExportRow, 'state' | 'rows' | 'total' | 'bytes' | 'failure' | 'finished_at'>,
): Promise<void> {
  await sql`
    update segment.export
    set state = ${change.state}, rows = ${change.rows}, total = ${change.total}, bytes = ${change.bytes},
      failure = ${change.failure}, finished_at = ${change.finished_at}
    where export_id = ${exportId}`.execute(db);
}

/** Marks finished exports of before a moment as expired and names them, so that their files can go. */
export async function expireExports(db: Kysely<unknown>, before: Date): Promise<readonly string[]> {
  const { rows } = await sql<{ public_id: string }>`
    update segment.export set state = 'expired'
    where state in ('done', 'failed') and finished_at < ${before} returning public_id`.execute(db);
  return rows.map((row) => row.public_id);
}
