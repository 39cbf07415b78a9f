import { identifierKindNames, identifierKinds } from '@siyu/contract/identity';
import { normaliseIdentifier } from '@siyu/engine/identity';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import {
  type PersonRow,
  peopleById,
  peopleByIdentifier,
  peopleInForce,
  personByPublicId,
} from '../../identity/index.ts';
import { blindHash, peopleByBlindIndex } from '../../privacy/index.ts';

/** More people than this share a name or the last four digits only in a pool that needs a narrower search. */
const most = 200;

/** People of a scope whom a search text identifies: any identifier, a public id, a full name, or a phone's last four digits. */
export async function findPeople(
  platform: Platform,
  scope: Scope,
  search: string,
): Promise<readonly PersonRow[]> {
  const db = platform.postgres.db<unknown>() as Kysely<unknown>;
  const text = search.trim();
  if (text.startsWith('per_')) {
    const found = await personByPublicId(db, scope, text);
    return found ? [found] : [];
  }
  const keys = identifierKindNames.flatMap((kind) => {
    const normalised = normaliseIdentifier(kind, text);
    return 'value' in normalised
      ? [{ kind: identifierKinds[kind].code, hash: platform.keys.hash(kind, normalised.value) }]
      : [];
  });
  const exact = await peopleByIdentifier(db, scope, keys);
  if (exact.length > 0) return exact;
  const field = /^\d{4}$/.test(text) ? 'phone_tail' : 'name';
  const origins = await peopleByBlindIndex(db, field, blindHash(platform.keys, field, text), most);
  // The blind index keeps people as first known.
  return peopleById(db, scope, await peopleInForce(db, origins));
}
