import { type Kysely, sql } from 'kysely';

/** Removes a person's identities with their ties and history; the person stays as an empty, erased row. */
export async function eraseIdentities(
  db: Kysely<unknown>,
  target: { readonly originPersonIds: readonly number[]; readonly identityIds: readonly number[] },
): Promise<void> {
  await sql`delete from identity.identity_org where identity_id = any(${[...target.identityIds]}::bigint[])`.execute(
    db,
  );
  await sql`delete from identity.map_change where identity_id = any(${[...target.identityIds]}::bigint[])`.execute(
    db,
  );
  await sql`
    delete from identity.refused_link where person_id = any(${[...target.originPersonIds]}::bigint[])
      or other_person_id = any(${[...target.originPersonIds]}::bigint[])`.execute(db);
  await sql`delete from identity.identity where identity_id = any(${[...target.identityIds]}::bigint[])`.execute(
    db,
  );
  await sql`
    update identity.person set state = 'erased', merged_into = null
    where person_id = any(${[...target.originPersonIds]}::bigint[])`.execute(db);
}
