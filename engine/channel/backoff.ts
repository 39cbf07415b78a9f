/** A message is given to a provider at most this often. */
export const mostAttempts = 6;

const firstSeconds = 30;
const longestSeconds = 3_600;

/**
 * Seconds until the next attempt after `attempts` failed ones: 30 s doubled each time up to an hour, with equal jitter
 * (half fixed, half by `dice` in [0, 1)), so that many messages that failed together do not come back together.
 */
export function retrySeconds(attempts: number, dice: number): number {
  const full = Math.min(longestSeconds, firstSeconds * 2 ** (attempts - 1));
  return Math.round(full / 2 + (full / 2) * dice);
}
