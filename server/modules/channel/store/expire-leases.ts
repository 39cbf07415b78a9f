import { type Kysely, sql } from 'kysely';

/**
 * Takes back what a worker left behind. Claimed: nobody was called, so it is planned again. Being sent: planned again where the
 * provider does nothing twice under one key, else its outcome is unknown.
 */
export async function expireLeases(
  db: Kysely<unknown>,
  idempotentProviders: readonly string[],
  now: Date,
): Promise<{ readonly again: number; readonly unknown: number }> {
  const { rows } = await sql<{ state: string }>`
    update channel.delivery
    set state = case when state = 'claimed' or provider = any(${idempotentProviders}::text[]) then 'planned' else 'unknown' end,
      error = case when state = 'sending' and not provider = any(${idempotentProviders}::text[])
        then 'The server stopped while the provider was being called' else error end,
      lease = null, lease_until = null
    where lease_until <= ${now} and state in ('claimed', 'sending')
    returning state`.execute(db);
  const unknown = rows.filter(({ state }) => state === 'unknown').length;
  return { again: rows.length - unknown, unknown };
}
