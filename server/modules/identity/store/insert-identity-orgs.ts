import { type Kysely, sql } from 'kysely';

/** Ties identities to organisation nodes; returns the ties that are new. */
export async function insertIdentityOrgs(
  db: Kysely<unknown>,
  ties: readonly { readonly identityId: number; readonly orgId: number }[],
  at: Date,
): Promise<readonly { readonly identity_id: number; readonly org_id: number }[]> {
  if (ties.length === 0) return [];
  const { rows } = await sql<{ identity_id: number; org_id: number }>`
    insert into identity.identity_org (identity_id, org_id, since)
    select identity_id, org_id, ${at}
    from unnest(${ties.map((tie) => tie.identityId)}::bigint[], ${ties.map((tie) => tie.orgId)}::int[]) as tie (identity_id, org_id)
    on conflict do nothing
    returning identity_id, org_id`.execute(db);
  return rows;
}
