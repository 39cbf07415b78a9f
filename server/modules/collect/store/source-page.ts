import { type Kysely, sql } from 'kysely';

export interface SourceRow {
  readonly source_id: number;
  readonly public_id: string;
  readonly kind: string;
  readonly channel: string;
  readonly name: string;
  readonly org_id: number;
  readonly write_key_prefix: string | null;
  readonly created_at: Date;
  readonly closed_at: Date | null;
  readonly accepted: number;
  readonly duplicates: number;
  readonly quarantined: number;
}

/** A page of sources of some nodes, oldest first, with their counts since a moment. The platform's own source is not one. */
export async function sourcePage(
  db: Kysely<unknown>,
  page: {
    readonly orgIds: readonly number[];
    readonly after: number;
    readonly limit: number;
    readonly since: Date;
  },
): Promise<readonly SourceRow[]> {
  const { rows } = await sql<SourceRow>`
    select source.*, coalesce(volume.accepted, 0) as accepted, coalesce(volume.duplicates, 0) as duplicates,
      coalesce(volume.quarantined, 0) as quarantined
    from collect.source
    left join lateral (
      select sum(accepted)::bigint as accepted, sum(duplicates)::bigint as duplicates, sum(quarantined)::bigint as quarantined
      from collect.source_minute
      where source_minute.source_id = source.source_id and minute >= ${page.since}
    ) volume on true
    where source.source_id > ${page.after} and source.kind <> 'system' and source.org_id = any(${[...page.orgIds]}::int[])
    order by source.source_id limit ${page.limit}`.execute(db);
  return rows;
}
