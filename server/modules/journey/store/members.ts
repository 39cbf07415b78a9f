import { type Kysely, sql } from 'kysely';

/** Where a person stands in a run: due to be decided about. */
export interface DueMember {
  readonly personId: number;
  readonly triggerId: string;
  readonly identityId: number | null;
  readonly context: Readonly<Record<string, string>> | null;
  readonly enteredAt: Date;
}

/**
 * Enrols people of an audience who are decided about in the same transaction, so nothing is due for them any more. Returns those who
 * were not in: after a crash the rest is skipped here.
 */
export async function enrolPeople(
  tx: Kysely<unknown>,
  runId: number,
  personIds: readonly number[],
  at: Date,
): Promise<readonly number[]> {
  const { rows } = await sql<{ person_id: number }>`
    insert into journey.member (run_id, person_id, trigger_id, step, version, due_at, entered_at)
    select ${runId}::int, person_id, 0, 1, 1, null, ${at}::timestamptz
    from unnest(${personIds}::bigint[]) as audience (person_id)
    on conflict do nothing returning person_id`.execute(tx);
  return rows.map((row) => row.person_id);
}

/** A person whom an event brings into a run. */
export interface Entrant {
  readonly runId: number;
  readonly personId: number;
  readonly triggerId: string;
  readonly identityId: number;
  readonly dueAt: Date;
  readonly context: Readonly<Record<string, string>>;
}

/**
 * Enrols people by their events. `since`: who entered this run after that moment does not enter again; null = everybody enters
 * with every event. One event enrols once, however often it is heard.
 */
export async function enrolByEvent(
  tx: Kysely<unknown>,
  runId: number,
  entrants: readonly Entrant[],
  since: Date | null,
  at: Date,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into journey.member (run_id, person_id, trigger_id, step, version, due_at, entered_at, identity_id, context)
    select ${runId}::int, person_id, trigger_id, 0, 1, due_at, ${at}::timestamptz, identity_id, context
    from unnest(
      ${entrants.map(({ personId }) => personId)}::bigint[], ${entrants.map(({ triggerId }) => triggerId)}::bigint[],
      ${entrants.map(({ dueAt }) => dueAt.toISOString())}::timestamptz[],
      ${entrants.map(({ identityId }) => identityId)}::bigint[],
      ${entrants.map(({ context }) => JSON.stringify(context))}::jsonb[]
    ) as entrant (person_id, trigger_id, due_at, identity_id, context)
    where ${since}::timestamptz is null or not exists (
      select from journey.member earlier
      where earlier.run_id = ${runId} and earlier.person_id = entrant.person_id and earlier.entered_at >= ${since})
    on conflict do nothing`.execute(tx);
  await countMembers(tx, runId, { enrolled: Number(numAffectedRows ?? 0), decided: 0 });
  return Number(numAffectedRows ?? 0);
}

/** Adds to a run's progress. Others wait for the run's row from here on: the last thing to do in a transaction. */
export async function countMembers(
  tx: Kysely<unknown>,
  runId: number,
  { enrolled, decided }: { readonly enrolled: number; readonly decided: number },
): Promise<void> {
  if (enrolled + decided === 0) return;
  await sql`
    update journey.run set enrolled = enrolled + ${enrolled}, decided = decided + ${decided}
    where run_id = ${runId}`.execute(tx);
}

/** Members whose time has come, neighbours together; held until the transaction ends, passed over by other workers. */
export async function claimMembers(
  tx: Kysely<unknown>,
  runId: number,
  now: Date,
  limit: number,
): Promise<readonly DueMember[]> {
  const { rows } = await sql<DueMember>`
    select person_id as "personId", trigger_id::text as "triggerId", identity_id as "identityId", context,
      entered_at as "enteredAt"
    from journey.member where run_id = ${runId} and due_at <= ${now}
    order by due_at, person_id limit ${limit} for update skip locked`.execute(tx);
  return rows;
}

/** Moves members on: nothing more is due for them. */
export async function moveMembers(
  tx: Kysely<unknown>,
  runId: number,
  members: readonly DueMember[],
): Promise<void> {
  await sql`
    update journey.member set step = step + 1, version = version + 1, due_at = null
    from unnest(
      ${members.map(({ personId }) => personId)}::bigint[], ${members.map(({ triggerId }) => triggerId)}::bigint[]
    ) as moved (person_id, trigger_id)
    where run_id = ${runId} and member.person_id = moved.person_id and member.trigger_id = moved.trigger_id`.execute(
    tx,
  );
}

/** The earliest moment at which a run has something to do, or null. */
export async function nextDue(db: Kysely<unknown>, runId: number): Promise<Date | null> {
  const { rows } = await sql<{ due_at: Date }>`
    select due_at from journey.member where run_id = ${runId} and due_at is not null
    order by due_at limit 1`.execute(db);
  return rows[0]?.due_at ?? null;
}
