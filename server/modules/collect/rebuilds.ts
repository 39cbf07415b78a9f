import { type Kysely, sql } from 'kysely';
import { EngineError } from '../../platform/engines/engine-error.ts';

/** Notes that ClickHouse is about to be emptied. From now until `finishRebuild` no server starts on it. */
export async function beginRebuild(db: Kysely<unknown>, at: Date): Promise<number> {
  const { rows } = await sql<{ rebuild_id: number }>`
    insert into collect.rebuild (started_at) values (${at}) returning rebuild_id`.execute(db);
  return rows[0]?.rebuild_id as number;
}

/** ClickHouse is complete again; earlier rebuilds that were broken off are settled with this one. */
export async function finishRebuild(db: Kysely<unknown>, at: Date): Promise<void> {
  await sql`update collect.rebuild set finished_at = ${at} where finished_at is null`.execute(db);
}

/** @throws EngineError when a rebuild of ClickHouse was broken off */
export async function requireRebuilt(db: Kysely<unknown>): Promise<void> {
  const { rows } = await sql<{ started_at: Date }>`
    select started_at from collect.rebuild where finished_at is null order by rebuild_id limit 1`.execute(
    db,
  );
  if (!rows[0]) return;
  throw new EngineError(
    `The rebuild of ClickHouse that began at ${rows[0].started_at.toISOString()} was broken off, so events are missing there. Run \`npm run siyu -- rebuild\` again, then start the server.`,
  );
}
