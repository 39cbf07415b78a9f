import { type Kysely, sql } from 'kysely';

export interface ReactionRow {
  readonly deliveryId: number;
  readonly kind: string;
  readonly link?: number;
  readonly at: Date;
}

/** Lays reactions ready for the log; one that lies there already stays. */
export async function insertReactions(
  tx: Kysely<unknown>,
  reactions: readonly ReactionRow[],
): Promise<void> {
  if (reactions.length === 0) return;
  await sql`
    insert into channel.reaction (delivery_id, kind, link, at)
    select * from unnest(
      ${reactions.map(({ deliveryId }) => deliveryId)}::bigint[], ${reactions.map(({ kind }) => kind)}::text[],
      ${reactions.map(({ link }) => link ?? 0)}::smallint[], ${reactions.map(({ at }) => at.toISOString())}::timestamptz[])
    on conflict do nothing`.execute(tx);
}
