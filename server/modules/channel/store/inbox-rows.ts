import { type Kysely, sql } from 'kysely';

/** A sealed message of the sandbox. */
export interface SealedMessage {
  readonly deliveryId: number;
  readonly keyId: number;
  readonly body: Buffer;
  readonly receivedAt: Date;
}

/** The sealed messages of some deliveries. */
export async function inboxRows(
  db: Kysely<unknown>,
  deliveryIds: readonly number[],
): Promise<readonly SealedMessage[]> {
  const { rows } = await sql<SealedMessage>`
    select delivery_id as "deliveryId", key_id as "keyId", body, received_at as "receivedAt"
    from channel.inbox where delivery_id = any(${[...deliveryIds]}::bigint[])`.execute(db);
  return rows;
}
