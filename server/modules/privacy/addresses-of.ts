import type { IdentifierKind } from '@siyu/contract/identity';
import type { Kysely } from 'kysely';
import type { KeyRing } from '../../platform/crypto/index.ts';
import { readBoxes } from './read-boxes.ts';

export interface Address {
  readonly identityId: number;
  readonly value: string;
  /** Keyed hash, the same that identities have: equal addresses of two people have equal hashes. */
  readonly hash: string;
}

/** The latest stated address of a kind (phone, email, openid…) of each person who has one. */
export async function addressesOf(
  platform: { readonly postgres: { db<T>(): Kysely<T> }; readonly keys: KeyRing },
  personIds: readonly number[],
  kind: IdentifierKind,
): Promise<ReadonlyMap<number, Address>> {
  const boxes = await readBoxes(platform.postgres.db<unknown>(), platform.keys, personIds);
  const addresses = new Map<number, Address>();
  for (const [personId, box] of boxes) {
    const latest = Object.entries(box.identifiers)
      .filter(([, identifier]) => identifier.kind === kind)
      .sort(([idA, a], [idB, b]) =>
        a.at < b.at ? 1 : a.at > b.at ? -1 : Number(idB) - Number(idA),
      )[0];
    if (!latest) continue;
    const [identityId, { value }] = latest;
    addresses.set(personId, {
      identityId: Number(identityId),
      value,
      hash: platform.keys.hash(kind, value),
    });
  }
  return addresses;
}
