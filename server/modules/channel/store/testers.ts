import { type Kysely, sql } from 'kysely';
import { identitiesOfPeople, identityMap } from '../../identity/index.ts';

export interface TesterRow {
  readonly identityId: number;
  readonly personId: number;
  readonly addedBy: string;
  readonly addedAt: Date;
}

/** People on the white list, by the identity under which they were put there. */
export async function testerPage(
  db: Kysely<unknown>,
  after: number,
  limit: number,
): Promise<readonly TesterRow[]> {
  const { rows } = await sql<TesterRow>`
    select tester.identity_id as "identityId", map.person_id as "personId", added_by as "addedBy", added_at as "addedAt"
    from channel.tester join ${identityMap} as map using (identity_id)
    where tester.identity_id > ${after} order by tester.identity_id limit ${limit}`.execute(db);
  return rows;
}

/** Puts a person on the white list; false when it is there. */
export async function insertTester(
  db: Kysely<unknown>,
  personId: number,
  by: { readonly actor: string; readonly at: Date },
): Promise<boolean> {
  const identities = (await identitiesOfPeople(db, [personId])).map(
    ({ identity_id }) => identity_id,
  );
  const { numAffectedRows } = await sql`
    insert into channel.tester (identity_id, added_at, added_by)
    select ${identities[0] ?? null}::bigint, ${by.at}::timestamptz, ${by.actor}
    where ${identities.length} > 0
      and not exists (select from channel.tester where identity_id = any(${identities}::bigint[]))
    on conflict do nothing`.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
}

/** Takes a person off the white list; false when it was not there. */
export async function deleteTester(db: Kysely<unknown>, personId: number): Promise<boolean> {
  const identities = (await identitiesOfPeople(db, [personId])).map(
    ({ identity_id }) => identity_id,
  );
  const { numAffectedRows } = await sql`
    delete from channel.tester where identity_id = any(${identities}::bigint[])`.execute(db);
  return Number(numAffectedRows ?? 0) > 0;
}
