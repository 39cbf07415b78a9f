import type { Kysely } from 'kysely';

/** The zones of people who stated one. */
export async function personZones(
  _db: Kysely<unknown>,
  _personIds: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  return new Map();
}
