import { type Kysely, sql } from 'kysely';

export interface VersionRow {
  readonly version: number;
  readonly known: number;
  readonly anonymous: number;
  readonly entered: number;
  readonly departed: number;
  readonly milliseconds: number;
  readonly at: Date;
}

/** A number for a new version, above all before. */
export async function nextVersion(db: Kysely<unknown>): Promise<number> {
  const { rows } = await sql<{ version: number }>`
    select nextval('segment.version_number') as version`.execute(db);
  return rows[0]?.version as number;
}

/** Puts a version in force with its counts; false when a newer one is already. */
export async function putVersion(
  tx: Kysely<unknown>,
  segmentId: number,
  row: VersionRow,
): Promise<boolean> {
  const { rows } = await sql`
    update segment.segment
    set version = ${row.version}, known = ${row.known}, anonymous = ${row.anonymous}, entered = ${row.entered},
      departed = ${row.departed}, refreshed_at = ${row.at}, failure = null
    where segment_id = ${segmentId} and version < ${row.version}
    returning 1`.execute(tx);
  if (rows.length === 0) return false;
  await sql`
    insert into segment.version (segment_id, version, known, anonymous, entered, departed, milliseconds, at)
    values (${segmentId}, ${row.version}, ${row.known}, ${row.anonymous}, ${row.entered}, ${row.departed},
      ${row.milliseconds}, ${row.at})`.execute(tx);
  return true;
}

/** A page of a segment's versions, newest first. */
export async function versionPage(
  db: Kysely<unknown>,
  segmentId: number,
  before: number | undefined,
  limit: number,
): Promise<readonly VersionRow[]> {
  const { rows } = await sql<VersionRow>`
    select version, known, anonymous, entered, departed, milliseconds, at from segment.version
    where segment_id = ${segmentId} and ${before === undefined ? sql`true` : sql`version < ${before}`}
    order by version desc limit ${limit}`.execute(db);
  return rows;
}

/** Active refreshed segments whose rhythm has begun anew since they were counted. */
export async function dueSegments(
  db: Kysely<unknown>,
  starts: { readonly quarterHour: Date; readonly hour: Date; readonly day: Date },
): Promise<readonly number[]> {
  const { rows } = await sql<{ segment_id: number }>`
    select segment_id from segment.segment
    where state = 'active' and rule is not null and coalesce(refreshed_at, '-infinity') <
      case refresh when 'quarter_hour' then ${starts.quarterHour}::timestamptz when 'hourly' then ${starts.hour}::timestamptz
        when 'daily' then ${starts.day}::timestamptz else '-infinity' end
    order by segment_id`.execute(db);
  return rows.map((row) => row.segment_id);
}

/** Versions that may be forgotten: older than a moment and not in force. */
export async function oldVersions(
  db: Kysely<unknown>,
  before: Date,
): Promise<readonly { readonly segment_id: number; readonly version: number }[]> {
  const { rows } = await sql<{ segment_id: number; version: number }>`
    select segment_id, max(version.version) as version
    from segment.version join segment.segment using (segment_id)
    where version.at < ${before} and version.version < segment.version
    group by segment_id`.execute(db);
  return rows;
}
