import { type Kysely, sql } from 'kysely';

/** Skips planned messages of a stopped send, some thousand at a time; returns how many. */
export async function skipStopped(
  db: Kysely<unknown>,
  sendId: number,
  limit = 5_000,
): Promise<number> {
  const { numAffectedRows } = await sql`
    update channel.delivery set state = 'skipped', reason = 'stopped', gate = 'claim', contact_day = null
    where delivery_id in (
      select delivery_id from channel.delivery where send_id = ${sendId} and state = 'planned'
      limit ${limit} for update skip locked)`.execute(db);
  return Number(numAffectedRows ?? 0);
}
