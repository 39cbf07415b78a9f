import { identifierKinds } from '@siyu/contract/identity';
import type { IdentityKey, PersonRef, Stitched, Stitcher } from '@siyu/engine/identity';
import type { Kysely } from 'kysely';
import { publicId } from '../../platform/crypto/index.ts';
import type { CachedIdentity } from './identity-cache.ts';
import type { Act } from './resolve-acts.ts';
import { closeMergedPeople } from './store/close-merged-people.ts';
import type { StoredIdentity } from './store/identities-by-key.ts';
import { insertIdentities } from './store/insert-identities.ts';
import { insertPeople } from './store/insert-people.ts';
import { insertRefusedLinks } from './store/insert-refused-links.ts';
import { type Move, moveIdentities } from './store/move-identities.ts';
import { nextPersonIds } from './store/next-person-ids.ts';

/** What a block changed in the map identity → person. */
export interface MapChanges {
  readonly created: readonly (CachedIdentity & {
    readonly kind: number;
    readonly since: Date;
    readonly sourceId: number;
  })[];
  readonly moved: readonly CachedIdentity[];
  readonly merges: readonly { readonly winner: number; readonly loser: number }[];
  /** People whom nobody knew before. */
  readonly newPeople: readonly number[];
}

interface Outcome {
  readonly stitcher: Stitcher;
  readonly stitched: ReadonlyMap<Act, Stitched>;
  readonly seed: readonly StoredIdentity[];
  readonly storedKey: (identity: StoredIdentity) => IdentityKey;
  readonly block: { readonly blockId: number; readonly at: Date };
}

/** Writes what the stitcher decided: new people and identities, moved identities, merged people, refused links. */
export async function writeMap(
  tx: Kysely<unknown>,
  outcome: Outcome,
): Promise<{
  readonly identities: ReadonlyMap<string, CachedIdentity>;
  readonly changes: MapChanges;
}> {
  const { stitcher, block } = outcome;
  const { final, newPeople } = await givePersonIds(tx, outcome);
  const { moves, moved } = movesOf(outcome, final);
  await moveIdentities(tx, moves, block.blockId, block.at);
  const merges = storedMerges(stitcher, final);
  await closeMergedPeople(tx, merges);
  const created = await createIdentities(tx, outcome, final);
  await insertRefusedLinks(tx, refusedLinks(outcome, final), block.blockId, block.at);
  return {
    identities: new Map([
      ...moved,
      ...created.map(({ key, identityId, personId }) => [key, { identityId, personId }] as const),
    ]),
    changes: { created, moved: [...moved.values()], merges, newPeople },
  };
}

type Final = (ref: PersonRef) => number;

/** Gives ids to the people made in this block who still stand at its end; who was merged away within it never existed. */
async function givePersonIds(
  tx: Kysely<unknown>,
  { stitcher, stitched }: Outcome,
): Promise<{ readonly final: Final; readonly newPeople: readonly number[] }> {
  const firstAct = new Map<PersonRef, Act>();
  for (const [act, { person }] of stitched) {
    const ref = stitcher.finally(person);
    if (ref < 0 && !firstAct.has(ref)) firstAct.set(ref, act);
  }
  const refs = [...firstAct.keys()];
  const known = refs.filter((ref) => stitcher.isKnown(ref));
  const anonymous = refs.filter((ref) => !stitcher.isKnown(ref));
  const knownIds = await nextPersonIds(tx, 'known', known.length);
  const anonymousIds = await nextPersonIds(tx, 'anonymous', anonymous.length);
  const ids = new Map<PersonRef, number>([
    ...known.map((ref, index) => [ref, knownIds[index] as number] as const),
    ...anonymous.map((ref, index) => [ref, anonymousIds[index] as number] as const),
  ]);
  await insertPeople(
    tx,
    [...ids].map(([ref, personId]) => {
      const act = firstAct.get(ref) as Act;
      return { personId, publicId: publicId('per'), createdAt: act.time, sourceId: act.sourceId };
    }),
  );
  const final = (ref: PersonRef): number => {
    const at = stitcher.finally(ref);
    return at > 0 ? at : (ids.get(at) as number);
  };
  return { final, newPeople: [...ids.values()] };
}

function movesOf(
  { stitcher, seed, storedKey }: Outcome,
  final: Final,
): { readonly moves: readonly Move[]; readonly moved: ReadonlyMap<string, CachedIdentity> } {
  const viaOf = new Map(stitcher.merges.map(({ loser, via }) => [loser, via]));
  const moves: Move[] = [];
  const moved = new Map<string, CachedIdentity>();
  for (const identity of seed) {
    const to = final(identity.person_id);
    if (to === identity.person_id) continue;
    const via = viaOf.get(identity.person_id) as IdentityKey;
    moves.push({
      identityId: identity.identity_id,
      from: identity.person_id,
      to,
      reason: identity.person_id >= 2 ** 31 ? 'login' : 'shared_identifier',
      evidence: { kind: via.kind },
    });
    moved.set(storedKey(identity).key, { identityId: identity.identity_id, personId: to });
  }
  return { moves, moved };
}

function storedMerges(stitcher: Stitcher, final: Final): MapChanges['merges'] {
  return stitcher.merges
    .filter(({ loser }) => loser > 0)
    .map(({ loser }) => ({ winner: final(loser), loser }));
}

async function createIdentities(
  tx: Kysely<unknown>,
  { stitcher, stitched }: Outcome,
  final: Final,
): Promise<readonly (MapChanges['created'][number] & { readonly key: string })[]> {
  const firstAct = new Map<string, Act>();
  for (const act of stitched.keys()) {
    for (const { kind, hash } of act.identifiers) {
      const key = `${identifierKinds[kind].code}:${hash}`;
      if (!firstAct.has(key)) firstAct.set(key, act);
    }
  }
  const fresh = stitcher.attached.map(({ identity, person }) => {
    const act = firstAct.get(identity.key) as Act;
    return {
      key: identity.key,
      kind: identifierKinds[identity.kind].code,
      hash: identity.key.slice(identity.key.indexOf(':') + 1),
      personId: final(person),
      sourceId: act.sourceId,
      at: act.time,
    };
  });
  const written = await insertIdentities(tx, fresh);
  const idOf = new Map(
    written.map((identity) => [`${identity.kind}:${identity.hash}`, identity.identity_id]),
  );
  return fresh.map(({ key, kind, personId, sourceId, at }) => ({
    key,
    kind,
    personId,
    sourceId,
    since: at,
    identityId: idOf.get(key) as number,
  }));
}

function refusedLinks({ stitched }: Outcome, final: Final) {
  return [...stitched.values()].flatMap(({ refused }) =>
    refused.map(({ identity, person, holder, reason }) => ({
      kind: identifierKinds[identity.kind].code,
      hash: identity.key.slice(identity.key.indexOf(':') + 1),
      personId: final(person),
      otherPersonId: holder === undefined ? null : final(holder),
      reason,
    })),
  );
}
