import { type Kysely, sql } from 'kysely';

/** Decisions about people, as columns of equal length; an empty column of slots or contexts stands for 0 and nothing. */
export interface DecisionColumns {
  readonly personIds: number[];
  readonly slots: string[];
  readonly identityIds: (number | null)[];
  readonly reasons: (string | null)[];
  readonly days: (string | null)[];
  readonly dueAt: string[];
  readonly contexts: (string | null)[];
}

/**
 * Writes decisions: planned where there is no reason, skipped at gate `plan` otherwise. Who has a row for the same send, person
 * and slot keeps it.
 */
export async function insertDeliveries(
  tx: Kysely<unknown>,
  send: { readonly sendId: number; readonly channel: string; readonly isMarketing: boolean },
  at: Date,
  columns: DecisionColumns,
): Promise<number> {
  const { numAffectedRows } = await sql`
    insert into channel.delivery (send_id, channel, capped, planned_at, state, gate,
      person_id, slot, identity_id, reason, contact_day, due_at, context)
    select ${send.sendId}::int, ${send.channel}, ${send.isMarketing}::boolean, ${at}::timestamptz,
      case when reason is null then 'planned' else 'skipped' end, case when reason is not null then 'plan' end,
      person_id, coalesce(slot, 0), identity_id, reason, contact_day, due_at, context
    from unnest(
      ${columns.personIds}::bigint[], ${columns.slots}::bigint[], ${columns.identityIds}::bigint[], ${columns.reasons}::text[],
      ${columns.days}::date[], ${columns.dueAt}::timestamptz[], ${columns.contexts}::jsonb[]
    ) as decided (person_id, slot, identity_id, reason, contact_day, due_at, context)
    on conflict (send_id, person_id, slot) do nothing`.execute(tx);
  return Number(numAffectedRows ?? 0);
}
