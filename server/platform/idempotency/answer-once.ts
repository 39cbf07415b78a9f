import { sql } from 'kysely';
import { problem } from '../http/problem.ts';
import type { Platform } from '../platform.ts';

/** A write that its caller may repeat: the same key with the same request means the same act. */
export interface RepeatableRequest {
  readonly actor: string;
  readonly route: string;
  readonly key: string;
  /** SHA-256 of the whole input. */
  readonly request: Buffer;
}

/** A request that has no answer after this long died with its process; its key is free again. */
const abandonedAfterMs = 10 * 60_000;

/**
 * Runs `work` once per key and gives every repetition the first answer. Other input under the same key is
 * `platform.idempotency_conflict`; a repetition while the first still runs is `platform.idempotency_running`. When `work`
 * throws, nothing was done and the key is free again. Answers are kept encrypted: some hold a secret or a person.
 */
export async function answerOnce(
  platform: Platform,
  request: RepeatableRequest,
  work: () => Promise<string>,
): Promise<string> {
  const { postgres, clock, keys } = platform;
  const { actor, route, key } = request;
  if (!(await claim(platform, request))) {
    const { rows } = await sql<Stored>`
      select request_hash, response
      from platform.idempotency
      where actor = ${actor} and route = ${route} and key = ${key}`.execute(postgres.db());
    const [stored] = rows;
    if (!stored) throw problem('platform.idempotency_running', { key });
    if (!stored.request_hash.equals(request.request)) {
      throw problem('platform.idempotency_conflict', { key });
    }
    if (!stored.response) throw problem('platform.idempotency_running', { key });
    const { keyId, body } = stored.response;
    return (await keys.open(keyId, Buffer.from(body, 'base64'))).toString();
  }
  const answer = await runOrRelease(platform, request, work);
  const sealed = await keys.seal('secret', answer, clock.now());
  const response = { keyId: sealed.keyId, body: sealed.body.toString('base64') };
  await sql`
    update platform.idempotency
    set status = 200, response = ${JSON.stringify(response)}
    where actor = ${actor} and route = ${route} and key = ${key}`.execute(postgres.db());
  return answer;
}

async function runOrRelease(
  platform: Platform,
  { actor, route, key }: RepeatableRequest,
  work: () => Promise<string>,
): Promise<string> {
  try {
    return await work();
  } catch (error) {
    await sql`
      delete from platform.idempotency
      where actor = ${actor} and route = ${route} and key = ${key}`.execute(platform.postgres.db());
    throw error;
  }
}

interface Stored {
  readonly request_hash: Buffer;
  readonly response: { readonly keyId: number; readonly body: string } | null;
}

/** Whether this process is the first to come with the key: one statement, so that of two racing callers one wins. */
async function claim(
  platform: Platform,
  { actor, route, key, request }: RepeatableRequest,
): Promise<boolean> {
  const now = platform.clock.now();
  const abandoned = new Date(now.getTime() - abandonedAfterMs);
  const { rows } = await sql`
    insert into platform.idempotency (actor, route, key, request_hash, created_at)
    values (${actor}, ${route}, ${key}, ${request}, ${now})
    on conflict (actor, route, key) do update
      set created_at = excluded.created_at
      where idempotency.status is null
        and idempotency.created_at < ${abandoned}
        and idempotency.request_hash = excluded.request_hash
    returning 1`.execute(platform.postgres.db());
  return rows.length > 0;
}
