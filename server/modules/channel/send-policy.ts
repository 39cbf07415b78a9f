import { defaultSendPolicy, type SendPolicy } from '@siyu/contract/channel';
import { type Kysely, sql } from 'kysely';

/** Quiet hours and caps in force. */
export async function sendPolicyInForce(db: Kysely<unknown>): Promise<SendPolicy> {
  const { rows } = await sql<{ body: SendPolicy }>`select body from channel.policy`.execute(db);
  return rows[0]?.body ?? defaultSendPolicy;
}

/** Puts a policy in force for everything planned or claimed from now on. */
export async function changeSendPolicy(
  db: Kysely<unknown>,
  policy: SendPolicy,
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into channel.policy (body, changed_at, changed_by)
    values (${JSON.stringify(policy)}::jsonb, ${by.at}, ${by.actor})
    on conflict (only_one) do update
      set body = excluded.body, changed_at = excluded.changed_at, changed_by = excluded.changed_by`.execute(
    db,
  );
}
