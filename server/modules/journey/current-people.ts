import { type Kysely, sql } from 'kysely';
import { identityMap } from '../identity/index.ts';
import type { DueMember } from './store/members.ts';

/**
 * Who members are now. One who came by an event is followed through merges by the identity of the event: a visitor who put something
 * into a cart and then logged in gets the message as the member.
 */
export async function currentPeople(
  tx: Kysely<unknown>,
  members: readonly DueMember[],
): Promise<(member: DueMember) => number> {
  const identityIds = members.flatMap(({ identityId }) => identityId ?? []);
  if (identityIds.length === 0) return ({ personId }) => personId;
  const { rows } = await sql<{ identity_id: number; person_id: number }>`
    select identity_id, person_id from ${identityMap} as map where identity_id = any(${identityIds}::bigint[])`.execute(
    tx,
  );
  const people = new Map(rows.map((row) => [row.identity_id, row.person_id]));
  return ({ personId, identityId }) =>
    identityId === null ? personId : (people.get(identityId) ?? personId);
}
