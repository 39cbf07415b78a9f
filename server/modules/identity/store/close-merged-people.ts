import { type Kysely, sql } from 'kysely';

/** Marks people whose identities have all moved to another person. */
export async function closeMergedPeople(
  db: Kysely<unknown>,
  merges: readonly { readonly winner: number; readonly loser: number }[],
): Promise<void> {
  if (merges.length === 0) return;
  await sql`
    update identity.person set state = 'merged', merged_into = merge.winner
    from unnest(${merges.map((merge) => merge.winner)}::bigint[], ${merges.map((merge) => merge.loser)}::bigint[])
      as merge (winner, loser)
    where person.person_id = merge.loser`.execute(db);
}
