import { type Kysely, sql } from 'kysely';

export interface QuarantineRow {
  readonly quarantine_id: number;
  readonly source_id: number;
  readonly source: string;
  readonly reason: string;
  readonly detail: string;
  readonly event_name: string | null;
  readonly key_id: number;
  readonly body: Buffer;
  readonly received_at: Date;
  readonly state: 'open' | 'replayed' | 'discarded';
}

/** A page of quarantined calls of some nodes' sources, newest first. */
export async function quarantinePage(
  db: Kysely<unknown>,
  page: {
    readonly orgIds: readonly number[];
    readonly before: number;
    readonly limit: number;
    readonly state: string;
    readonly reason?: string | undefined;
    readonly id?: number | undefined;
  },
): Promise<readonly QuarantineRow[]> {
  const { rows } = await sql<QuarantineRow>`
    select quarantine_id, source_id, source.name as source, reason, detail, event_name, key_id, body, received_at, state
    from collect.quarantine join collect.source using (source_id)
    where quarantine_id < ${page.before} and state = ${page.state} and source.org_id = any(${[...page.orgIds]}::int[])
      and (${page.reason ?? null}::text is null or reason = ${page.reason ?? null})
      and (${page.id ?? null}::bigint is null or quarantine_id = ${page.id ?? null})
    order by quarantine_id desc limit ${page.limit}`.execute(db);
  return rows;
}
