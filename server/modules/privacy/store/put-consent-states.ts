import { type Kysely, sql } from 'kysely';

export interface ConsentStateRow {
  readonly identityId: number;
  readonly purpose: string;
  readonly channel: string;
  readonly orgId: number;
  readonly state: 'granted' | 'withdrawn';
  readonly at: Date;
  readonly entryId: number;
}

/** The latest act per identity; an older act, arriving late, changes nothing. Returns the rows that changed. */
export async function putConsentStates(
  db: Kysely<unknown>,
  states: readonly ConsentStateRow[],
): Promise<readonly ConsentStateRow[]> {
  if (states.length === 0) return [];
  const { rows } = await sql<ConsentStateRow>`
    insert into privacy.consent_state (identity_id, purpose, channel, org_id, state, at, entry_id)
    select distinct on (identity_id, purpose, channel, org_id) identity_id, purpose, channel, org_id, state, at, entry_id
    from unnest(
      ${states.map((row) => row.identityId)}::bigint[], ${states.map((row) => row.purpose)}::text[],
      ${states.map((row) => row.channel)}::text[], ${states.map((row) => row.orgId)}::int[],
      ${states.map((row) => row.state)}::text[], ${states.map((row) => row.at)}::timestamptz[],
      ${states.map((row) => row.entryId)}::bigint[]
    ) as act (identity_id, purpose, channel, org_id, state, at, entry_id)
    order by identity_id, purpose, channel, org_id, at desc, state desc, entry_id desc
    on conflict (identity_id, purpose, channel, org_id) do update
    set state = excluded.state, at = excluded.at, entry_id = excluded.entry_id
    where (excluded.at, excluded.state) >= (consent_state.at, consent_state.state)
    returning identity_id as "identityId", purpose, channel, org_id as "orgId", state, at, entry_id as "entryId"`.execute(
    db,
  );
  return rows;
}
