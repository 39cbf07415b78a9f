import { type Kysely, sql } from 'kysely';

export interface InboxRow {
  readonly deliveryId: number;
  readonly sendId: number;
  readonly channel: string;
  readonly identityId: number;
  readonly personId: number;
  readonly keyId: number;
  readonly body: Buffer;
}

/** Puts messages into the sandbox inbox; each delivery once. */
export async function insertInbox(
  tx: Kysely<unknown>,
  rows: readonly InboxRow[],
  at: Date,
): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into channel.inbox (delivery_id, send_id, channel, identity_id, person_id, key_id, body, received_at)
    select arrived.*, ${at}::timestamptz from unnest(
      ${rows.map(({ deliveryId }) => deliveryId)}::bigint[], ${rows.map(({ sendId }) => sendId)}::int[],
      ${rows.map(({ channel }) => channel)}::text[], ${rows.map(({ identityId }) => identityId)}::bigint[],
      ${rows.map(({ personId }) => personId)}::bigint[], ${rows.map(({ keyId }) => keyId)}::bigint[],
      ${rows.map(({ body }) => body)}::bytea[]) as arrived
    on conflict (delivery_id) do nothing`.execute(tx);
}
