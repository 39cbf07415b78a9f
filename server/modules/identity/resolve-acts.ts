import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import { createStitcher, type IdentityKey, type Stitched } from '@siyu/engine/identity';
import type { Kysely } from 'kysely';
import type { CachedIdentity, IdentityCache } from './identity-cache.ts';
import { identitiesByKey, type StoredIdentity } from './store/identities-by-key.ts';
import { identitiesOfPeople } from './store/identities-of-people.ts';
import { insertIdentityOrgs } from './store/insert-identity-orgs.ts';
import { touchPeople } from './store/touch-people.ts';
import { type MapChanges, writeMap } from './write-map.ts';

/** A normalised identifier; `hash` is the keyed 128-bit hash of its value, as UUID text. */
export interface HashedIdentifier {
  readonly kind: IdentifierKind;
  readonly hash: string;
}

/** One act of a block: who did it (at least one identifier), through which source, known to which nodes, and when. */
export interface Act {
  readonly identifiers: readonly HashedIdentifier[];
  readonly sourceId: number;
  readonly orgIds: readonly number[];
  readonly time: Date;
}

/** To whom an act belongs; `identityId` is that of its strongest identifier kept. */
export interface ResolvedAct {
  readonly identityId: number;
  readonly personId: number;
}

/** A block's acts resolved, with what they changed in the map and the rows that mirror it in ClickHouse. */
export interface ResolvedActs {
  readonly acts: readonly ResolvedAct[];
  readonly changes: MapChanges & {
    readonly ties: readonly {
      readonly identityId: number;
      readonly personId: number;
      readonly orgId: number;
    }[];
  };
  /** Identity and person of an identifier that the block met, as they are after it. */
  identityOf(identifier: HashedIdentifier): CachedIdentity | undefined;
  /** Hands what was learnt to the cache; to be called after the commit only. */
  remember(): void;
}

const identityKey = (identifier: HashedIdentifier): IdentityKey => ({
  kind: identifier.kind,
  key: `${identifierKinds[identifier.kind].code}:${identifier.hash}`,
});

const kindOfCode = new Map<number, IdentifierKind>(
  Object.entries(identifierKinds).map(([kind, { code }]) => [code, kind as IdentifierKind]),
);
const storedKey = (identity: StoredIdentity): IdentityKey => ({
  kind: kindOfCode.get(identity.kind) as IdentifierKind,
  key: `${identity.kind}:${identity.hash}`,
});

type Held = ReadonlyMap<string, CachedIdentity>;

/**
 * Resolves the acts of one block in log order: finds or makes their identities and people, links and merges by the rules
 * of `engine/identity`, and writes all of it inside the block's transaction with a handful of set-based statements.
 */
export async function resolveActs(
  tx: Kysely<unknown>,
  cache: IdentityCache,
  acts: readonly Act[],
  block: { readonly blockId: number; readonly at: Date },
): Promise<ResolvedActs> {
  const keys = acts.map((act) => act.identifiers.map(identityKey));
  const held = await heldIdentities(tx, cache, acts, keys);
  const linking = acts.flatMap((act, index) => {
    const own = keys[index] as IdentityKey[];
    return isSettled(own, held) ? [] : [{ act, keys: own }];
  });

  const seed = await identitiesOfPeople(tx, peopleIn(linking, held));
  const stitcher = createStitcher({
    identities: seed.map((identity) => ({ ...storedKey(identity), person: identity.person_id })),
  });
  const stitched = new Map<Act, Stitched>();
  for (const { act, keys: own } of linking) stitched.set(act, stitcher.resolve(own));

  const map = await writeMap(tx, { stitcher, stitched, seed, storedKey, block });
  const now = (key: string): CachedIdentity | undefined => map.identities.get(key) ?? held.get(key);
  const resolved = acts.map((act, index): ResolvedAct => {
    const outcome = stitched.get(act);
    const key = outcome ? outcome.identity.key : strongest(keys[index] as IdentityKey[]).key;
    return now(key) as CachedIdentity;
  });

  const ties = await writeTies(tx, cache, acts, resolved, block.at);
  await touchPeople(tx, lastSeen(cache, acts, resolved));
  return {
    acts: resolved,
    changes: { ...map.changes, ties },
    identityOf: (identifier) => now(identityKey(identifier).key),
    remember: () => {
      for (const [key, identity] of held) cache.set(key, identity);
      for (const [key, identity] of map.identities) cache.set(key, identity);
    },
  };
}

async function heldIdentities(
  tx: Kysely<unknown>,
  cache: IdentityCache,
  acts: readonly Act[],
  keys: readonly (readonly IdentityKey[])[],
): Promise<Held> {
  const held = new Map<string, CachedIdentity>();
  const missing = new Map<string, { kind: number; hash: string }>();
  acts.forEach((act, index) => {
    act.identifiers.forEach((identifier, place) => {
      const { key } = (keys[index] as IdentityKey[])[place] as IdentityKey;
      if (held.has(key) || missing.has(key)) return;
      const known = cache.get(key);
      if (known) held.set(key, known);
      else missing.set(key, { kind: identifierKinds[identifier.kind].code, hash: identifier.hash });
    });
  });
  if (missing.size > 0) {
    for (const identity of await identitiesByKey(tx, [...missing.values()])) {
      held.set(storedKey(identity).key, {
        identityId: identity.identity_id,
        personId: identity.person_id,
      });
    }
  }
  return held;
}

/** All identifiers are stored and one person holds them: nothing to decide, the common case. */
function isSettled(keys: readonly IdentityKey[], held: Held): boolean {
  const person = held.get(keys[0]?.key ?? '')?.personId;
  return person !== undefined && keys.every(({ key }) => held.get(key)?.personId === person);
}

function peopleIn(
  linking: readonly { readonly keys: readonly IdentityKey[] }[],
  held: Held,
): readonly number[] {
  const people = new Set<number>();
  for (const { keys } of linking) {
    for (const { key } of keys) {
      const person = held.get(key)?.personId;
      if (person !== undefined) people.add(person);
    }
  }
  return [...people];
}

const rank = new Map(Object.keys(identifierKinds).map((kind, index) => [kind, index]));
function strongest(keys: readonly IdentityKey[]): IdentityKey {
  return keys.reduce((best, key) =>
    (rank.get(key.kind) ?? 99) < (rank.get(best.kind) ?? 99) ? key : best,
  );
}

async function writeTies(
  tx: Kysely<unknown>,
  cache: IdentityCache,
  acts: readonly Act[],
  resolved: readonly ResolvedAct[],
  at: Date,
): Promise<ResolvedActs['changes']['ties']> {
  const wanted = new Map<string, { identityId: number; personId: number; orgId: number }>();
  acts.forEach((act, index) => {
    const { identityId, personId } = resolved[index] as ResolvedAct;
    for (const orgId of act.orgIds) {
      if (cache.isNewTie(identityId, orgId))
        wanted.set(`${identityId}:${orgId}`, { identityId, personId, orgId });
    }
  });
  const written = await insertIdentityOrgs(tx, [...wanted.values()], at);
  return written.flatMap((tie) => wanted.get(`${tie.identity_id}:${tie.org_id}`) ?? []);
}

function lastSeen(
  cache: IdentityCache,
  acts: readonly Act[],
  resolved: readonly ResolvedAct[],
): ReadonlyMap<number, Date> {
  const seen = new Map<number, Date>();
  acts.forEach((act, index) => {
    const { personId } = resolved[index] as ResolvedAct;
    if (cache.isNewHour(personId, act.time) || seen.has(personId)) {
      const before = seen.get(personId);
      if (!before || before < act.time) seen.set(personId, act.time);
    }
  });
  return seen;
}
