import { type Kysely, sql } from 'kysely';

export interface ConsentActRow {
  readonly identityId: number;
  readonly purpose: string;
  readonly channel: string;
  readonly orgId: number;
  readonly state: 'granted' | 'withdrawn';
  readonly sourceId: number;
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Signed 64-bit hash of the message and the act's place in it, as decimal text: the same act is written once. */
  readonly actHash: string;
  readonly at: Date;
}

/** Appends acts to the ledger; returns those that were not there yet, with their entry ids, in ledger order. */
export async function insertConsents(
  db: Kysely<unknown>,
  acts: readonly ConsentActRow[],
): Promise<readonly (ConsentActRow & { readonly entryId: number })[]> {
  if (acts.length === 0) return [];
  const { rows } = await sql<{ entry_id: number; act_hash: string }>`
    insert into privacy.consent_entry (identity_id, purpose, channel, org_id, state, source_id, evidence, act_hash, at)
    select identity_id, purpose, channel, org_id, state, source_id, evidence, act_hash, at
    from unnest(
      ${acts.map((act) => act.identityId)}::bigint[], ${acts.map((act) => act.purpose)}::text[],
      ${acts.map((act) => act.channel)}::text[], ${acts.map((act) => act.orgId)}::int[],
      ${acts.map((act) => act.state)}::text[], ${acts.map((act) => act.sourceId)}::int[],
      ${acts.map((act) => JSON.stringify(act.evidence))}::jsonb[], ${acts.map((act) => act.actHash)}::bigint[],
      ${acts.map((act) => act.at)}::timestamptz[]
    ) with ordinality as act (identity_id, purpose, channel, org_id, state, source_id, evidence, act_hash, at, place)
    order by place
    on conflict (act_hash) do nothing
    returning entry_id, act_hash::text as act_hash`.execute(db);
  const byHash = new Map(acts.map((act) => [act.actHash, act]));
  return rows.map((row) => ({
    ...(byHash.get(row.act_hash) as ConsentActRow),
    entryId: row.entry_id,
  }));
}
