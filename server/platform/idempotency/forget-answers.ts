import { sql } from 'kysely';
import type { Platform } from '../platform.ts';

/** How long an answer can be repeated. */
const keptMs = 24 * 3_600_000;

/** Removes answers that are older than a day. */
export async function forgetAnswers(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - keptMs);
  await sql`delete from platform.idempotency where created_at < ${before}`.execute(
    platform.postgres.db(),
  );
}
