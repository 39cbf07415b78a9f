import { type Kysely, sql } from 'kysely';

/** Takes a tag out of use. */
export async function archiveTagRow(tx: Kysely<unknown>, tagId: number, at: Date): Promise<void> {
  await sql`
    update profile.tag set state = 'archived', refresh = 'off', changed_at = ${at}
    where tag_id = ${tagId}`.execute(tx);
}

/** Notes the job that computes a tag. */
export async function setTagRun(
  tx: Kysely<unknown>,
  tagId: number,
  jobRunId: number,
): Promise<void> {
  await sql`update profile.tag set job_run_id = ${jobRunId} where tag_id = ${tagId}`.execute(tx);
}

/** Notes why a computation failed. */
export async function setTagFailure(
  db: Kysely<unknown>,
  tagId: number,
  failure: string,
): Promise<void> {
  await sql`update profile.tag set failure = ${failure} where tag_id = ${tagId}`.execute(db);
}
