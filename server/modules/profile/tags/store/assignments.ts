import { type Kysely, sql } from 'kysely';
import { identityMap } from '../../../identity/index.ts';

export interface Assignment {
  readonly tagId: number;
  readonly value: string;
  readonly by: string;
  readonly at: Date;
  readonly until: Date | null;
}

/** Gives people a manual tag: each person's first identity keeps it, a value that another identity had is replaced. */
export async function assignTag(
  tx: Kysely<unknown>,
  personIds: readonly number[],
  { tagId, value, by, at, until }: Assignment,
): Promise<void> {
  await unassignTag(tx, tagId, personIds);
  await sql`
    insert into profile.tag_assignment (tag_id, identity_id, value, assigned_by, assigned_at, until)
    select ${tagId}, min(identity_id), ${value}, ${by}, ${at}, ${until}::timestamptz
    from ${identityMap} member
    where person_id = any(${[...personIds]}::bigint[])
    group by person_id
    on conflict (tag_id, identity_id) do update
    set value = excluded.value, assigned_by = excluded.assigned_by, assigned_at = excluded.assigned_at, until = excluded.until`.execute(
    tx,
  );
}

/** Takes a manual tag from people, under whichever identity they have it. */
export async function unassignTag(
  tx: Kysely<unknown>,
  tagId: number,
  personIds: readonly number[],
): Promise<void> {
  await sql`
    delete from profile.tag_assignment assignment
    using ${identityMap} member
    where assignment.tag_id = ${tagId} and member.identity_id = assignment.identity_id
      and member.person_id = any(${[...personIds]}::bigint[])`.execute(tx);
}

/** Ends assignments whose time has come. */
export async function expireAssignments(
  db: Kysely<unknown>,
  tagId: number,
  at: Date,
): Promise<void> {
  await sql`
    delete from profile.tag_assignment where tag_id = ${tagId} and until <= ${at}`.execute(db);
}

/** A page of a manual tag's people, by identity; a person merged from two assigned ones has the later value. */
export async function assignedPeople(
  db: Kysely<unknown>,
  tagId: number,
  after: number,
  limit: number,
): Promise<
  readonly { readonly identity_id: number; readonly person: number; readonly value: string }[]
> {
  const { rows } = await sql<{ identity_id: number; person: number; value: string }>`
    select assignment.identity_id, member.person_id as person, assignment.value
    from profile.tag_assignment assignment
    join ${identityMap} member using (identity_id)
    where assignment.tag_id = ${tagId} and assignment.identity_id > ${after}
      and not exists (
        select 1 from profile.tag_assignment later
        join ${identityMap} other using (identity_id)
        where later.tag_id = ${tagId} and other.person_id = member.person_id
          and (later.assigned_at, later.identity_id) > (assignment.assigned_at, assignment.identity_id))
    order by assignment.identity_id limit ${limit}`.execute(db);
  return rows;
}

/** Manual tags of one person with their time and author, the latest of each tag. */
export async function assignmentsOfPerson(
  db: Kysely<unknown>,
  personId: number,
): Promise<
  readonly {
    tag_id: number;
    value: string;
    assigned_by: string;
    assigned_at: Date;
    until: Date | null;
  }[]
> {
  const { rows } = await sql<{
    tag_id: number;
    value: string;
    assigned_by: string;
    assigned_at: Date;
    until: Date | null;
  }>`
    select distinct on (tag_id) tag_id, value, assigned_by, assigned_at, until
    from profile.tag_assignment
    join ${identityMap} member using (identity_id)
    where member.person_id = ${personId}
    order by tag_id, assigned_at desc, identity_id desc`.execute(db);
  return rows;
}
