import { roleHolds } from '@siyu/contract/org';
import type { PersonLine } from '@siyu/contract/profile';
import { mask } from '@siyu/engine/privacy';
import type { Kysely } from 'kysely';
import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { sourceNames } from '../../collect/index.ts';
import { firstAnonymousId, type PersonRow, peopleById } from '../../identity/index.ts';
import { type PersonalBox, readBoxes } from '../../privacy/index.ts';
import { traitOfPeople } from '../traits/trait-of-people.ts';

/**
 * People as lines of a list, masked, in the order of the ids given. Who is outside the caller's scope, merged or erased
 * is left out.
 */
export async function describePeople(
  platform: Platform,
  personIds: readonly number[],
  actor: Actor,
): Promise<readonly PersonLine[]> {
  const db = platform.postgres.db<unknown>();
  const rows = new Map(
    (await peopleById(db, actor.scope, personIds)).map((row) => [row.person_id, row]),
  );
  return describeRows(
    platform,
    personIds.flatMap((personId) => rows.get(personId) ?? []),
  );
}

/** The same for rows that were read within a scope already. */
export async function describeRows(
  platform: Platform,
  rows: readonly PersonRow[],
): Promise<readonly PersonLine[]> {
  const db = platform.postgres.db<unknown>() as Kysely<unknown>;
  const ids = rows.map((row) => row.person_id);
  const [boxes, cities, sources] = await Promise.all([
    readBoxes(db, platform.keys, ids),
    traitOfPeople(db, ids, 'city'),
    sourceNames(db),
  ]);
  return rows.map((row) => {
    const box = boxes.get(row.person_id) as PersonalBox;
    const city = cities.get(row.person_id);
    return {
      person: row.public_id,
      title: titleOf(box, row),
      phone: maskedIdentifier(box, 'phone'),
      email: maskedIdentifier(box, 'email'),
      city: typeof city === 'string' ? city : null,
      known: row.person_id < firstAnonymousId,
      source: sources.get(row.first_source_id) ?? '',
      createdAt: row.created_at.toISOString(),
      lastSeenAt: row.last_seen_at.toISOString(),
    };
  });
}

export const mayReveal = (actor: Actor): boolean =>
  actor.role !== null && roleHolds(actor.role, 'people.reveal');

function maskedIdentifier(box: PersonalBox, kind: 'phone' | 'email'): string | null {
  const found = Object.values(box.identifiers).find((identifier) => identifier.kind === kind);
  return found ? mask(kind, found.value) : null;
}

function titleOf(box: PersonalBox, row: PersonRow): string {
  const name = box.traits.name?.value ?? box.traits.nickname?.value;
  if (typeof name === 'string' && name !== '') return mask('name', name);
  const member = Object.values(box.identifiers).find(({ kind }) => kind === 'user_id');
  return (
    member?.value ??
    maskedIdentifier(box, 'phone') ??
    maskedIdentifier(box, 'email') ??
    row.public_id.slice(0, 10)
  );
}
