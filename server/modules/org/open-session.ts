import type { Kysely } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { hashSecret, randomSecret } from './secrets.ts';
import { insertSession } from './store/insert-session.ts';

export interface OpenedSession {
  readonly token: string;
  /** Public id of the user. */
  readonly user: string;
}

/** Opens a session and returns its token, which is kept nowhere else than in the browser's cookie. */
export async function openSession(
  platform: Platform,
  tx: Kysely<unknown>,
  userId: number,
): Promise<string> {
  const token = randomSecret();
  await insertSession(tx, userId, hashSecret(token), platform.clock.now());
  return token;
}
