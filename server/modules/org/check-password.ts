import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { hashPassword, passwordFits } from './secrets.ts';
import {
  forgiveFailures,
  type LoginAttempt,
  lockedUntil,
  reservedAttempt,
} from './store/reserved-attempt.ts';

/** Somebody's hash: an unknown account takes as long to refuse as a known one. */
const nobodysHash = hashPassword('nobody’s password');

/**
 * The account, if the password is its own; null if not, or if there is no such account. Throws `org.login_locked` after too
 * many failures.
 */
export async function checkPassword(
  platform: Platform,
  login: string,
  password: string,
): Promise<LoginAttempt | null> {
  const db = platform.postgres.db();
  const now = platform.clock.now();
  const account = await reservedAttempt(db, login.toLowerCase(), now);
  const fits = await passwordFits(account?.password_hash ?? (await nobodysHash), password);
  if (account && fits) {
    await forgiveFailures(db, account.user_id);
    return account;
  }
  const until = await lockedUntil(db, login.toLowerCase(), now);
  if (until) throw problem('org.login_locked', { until: until.toISOString() });
  return null;
}
