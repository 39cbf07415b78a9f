import { type Kysely, sql } from 'kysely';

export interface ContactRow {
  readonly identity_id: number;
  readonly channel: string;
  readonly day: string;
  readonly capped: boolean;
  readonly send_id: number;
  readonly slot: string;
}

/** Messages that reach some identities on the organisation's days from `from` to `until`, both included. */
export async function contactsOfIdentities(
  db: Kysely<unknown>,
  identityIds: readonly number[],
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly ContactRow[]> {
  if (identityIds.length === 0) return [];
  const { rows } = await sql<ContactRow>`
    select identity_id, channel, contact_day as day, capped, send_id, slot::text
    from channel.delivery
    where identity_id = any(${identityIds}::bigint[]) and contact_day between ${from}::date and ${until}::date`.execute(
    db,
  );
  return rows;
}
