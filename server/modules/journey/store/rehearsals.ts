import { type Kysely, sql } from 'kysely';

/** The latest dry run of a campaign. */
export interface RehearsalRow {
  readonly generation: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly decided: number;
  readonly audience: number | null;
  readonly error: string | null;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** Begins a new dry run in the place of the one before; returns its generation. */
export async function beginRehearsal(
  tx: Kysely<unknown>,
  campaignId: number,
  at: Date,
): Promise<number> {
  const { rows } = await sql<{ generation: number }>`
    insert into journey.rehearsal (campaign_id, generation, state, started_at) values (${campaignId}, 1, 'waiting', ${at})
    on conflict (campaign_id) do update
    set generation = rehearsal.generation + 1, state = 'waiting', decided = 0, audience = null, error = null,
      started_at = ${at}, finished_at = null
    returning generation`.execute(tx);
  await sql`delete from journey.rehearsal_person where campaign_id = ${campaignId}`.execute(tx);
  return (rows[0] as { generation: number }).generation;
}

export async function rehearsalOf(
  db: Kysely<unknown>,
  campaignId: number,
): Promise<RehearsalRow | undefined> {
  const { rows } = await sql<RehearsalRow>`
    select generation, state, decided, audience, error, started_at as "startedAt", finished_at as "finishedAt"
    from journey.rehearsal where campaign_id = ${campaignId}`.execute(db);
  return rows[0];
}

/** Changes a dry run; false when a newer one has taken its place. */
export async function changeRehearsal(
  db: Kysely<unknown>,
  campaignId: number,
  generation: number,
  change: {
    readonly state: RehearsalRow['state'];
    readonly decided?: number;
    readonly audience?: number;
    readonly error?: string;
    readonly finishedAt?: Date;
  },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update journey.rehearsal
    set state = ${change.state}, decided = coalesce(${change.decided ?? null}::bigint, decided),
      audience = coalesce(${change.audience ?? null}::bigint, audience), error = ${change.error ?? null},
      finished_at = ${change.finishedAt ?? null}
    where campaign_id = ${campaignId} and generation = ${generation}`.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
}

/** Writes down what was decided; an empty reason = reached. */
export async function insertRehearsed(
  db: Kysely<unknown>,
  campaignId: number,
  generation: number,
  decided: readonly { readonly personId: number; readonly reason: string }[],
): Promise<void> {
  await sql`
    insert into journey.rehearsal_person (campaign_id, generation, reason, person_id)
    select ${campaignId}::int, ${generation}::bigint, reason, person_id
    from unnest(${decided.map(({ reason }) => reason)}::text[], ${decided.map(({ personId }) => personId)}::bigint[])
      as decided (reason, person_id)
    on conflict do nothing`.execute(db);
}

/** How many were decided about for each reason, most first. */
export async function rehearsedReasons(
  db: Kysely<unknown>,
  campaignId: number,
  generation: number,
): Promise<readonly { readonly reason: string; readonly people: number }[]> {
  const { rows } = await sql<{ reason: string; people: number }>`
    select reason, count(*) as people from journey.rehearsal_person
    where campaign_id = ${campaignId} and generation = ${generation} group by reason order by people desc, reason`.execute(
    db,
  );
  return rows;
}

/** People of one reason after `after`, by number. */
export async function rehearsedPeople(
  db: Kysely<unknown>,
  campaignId: number,
  page: {
    readonly generation: number;
    readonly reason: string;
    readonly after: number;
    readonly limit: number;
  },
): Promise<readonly number[]> {
  const { rows } = await sql<{ person_id: number }>`
    select person_id from journey.rehearsal_person
    where campaign_id = ${campaignId} and generation = ${page.generation} and reason = ${page.reason} and person_id > ${page.after}
    order by person_id limit ${page.limit}`.execute(db);
  return rows.map((row) => row.person_id);
}
