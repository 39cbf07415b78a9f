import { type Kysely, sql } from 'kysely';
import type { KeyRing } from '../../platform/crypto/index.ts';

export interface QuarantinedCall {
  /** Signed 64-bit hash of (source, messageId), as decimal text. */
  readonly messageHash: string;
  readonly sourceId: number;
  readonly reason: string;
  readonly detail: string;
  readonly eventName: string | null;
  readonly raw: unknown;
  readonly receivedAt: Date;
}

/** Keeps calls that could not be understood, encrypted, once per message and reason. */
export async function quarantine(
  tx: Kysely<unknown>,
  keys: KeyRing,
  calls: readonly QuarantinedCall[],
  at: Date,
): Promise<void> {
  if (calls.length === 0) return;
  const sealer = await keys.sealer('log', at);
  await sql`
    insert into collect.quarantine (message_hash, source_id, reason, detail, event_name, key_id, body, received_at)
    select message_hash, source_id, reason, detail, event_name, ${sealer.keyId}, body, received_at
    from unnest(
      ${calls.map((call) => call.messageHash)}::bigint[], ${calls.map((call) => call.sourceId)}::int[],
      ${calls.map((call) => call.reason)}::text[], ${calls.map((call) => call.detail)}::text[],
      ${calls.map((call) => call.eventName)}::text[],
      ${calls.map((call) => sealer.seal(JSON.stringify(call.raw ?? null)))}::bytea[],
      ${calls.map((call) => call.receivedAt)}::timestamptz[]
    ) as call (message_hash, source_id, reason, detail, event_name, body, received_at)
    on conflict (message_hash, reason) do nothing`.execute(tx);
}
