import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';

/** An identifier's node in the graph. `key` is unique over kinds (kind and hash); equal keys are equal identifiers. */
export interface IdentityKey {
  readonly kind: IdentifierKind;
  readonly key: string;
}

/** A person: a stored one by its id (> 0), or one made by this stitcher (< 0) whose id the caller gives later. */
export type PersonRef = number;

/** What is stored already about the identifiers and people a stitcher may meet: every identity of each such person. */
export interface StitchSeed {
  readonly identities: Iterable<IdentityKey & { readonly person: PersonRef }>;
}

export interface LinkRefused {
  readonly identity: IdentityKey;
  /** Whose limit would be exceeded. */
  readonly person: PersonRef;
  /** The person who holds the identifier; absent when nobody does. */
  readonly holder?: PersonRef;
  readonly reason: 'limit';
}

/** What one act's identifiers came to. `identity` is the strongest identifier kept: the act belongs to it. */
export interface Stitched {
  readonly person: PersonRef;
  readonly identity: IdentityKey;
  readonly refused: readonly LinkRefused[];
}

export interface Stitcher {
  /** Resolves the identifiers of one act, in log order. At least one identifier is needed. */
  resolve(identifiers: readonly IdentityKey[]): Stitched;
  /** The person that a reference stands for after all merges so far. */
  finally(person: PersonRef): PersonRef;
  /** Merges so far, in order: what `loser` was is now part of `winner`. */
  readonly merges: readonly {
    readonly winner: PersonRef;
    readonly loser: PersonRef;
    readonly via: IdentityKey;
  }[];
  /** Identifiers attached to a person for the first time, in order. */
  readonly attached: readonly { readonly identity: IdentityKey; readonly person: PersonRef }[];
  isKnown(person: PersonRef): boolean;
}

interface Person {
  readonly ref: PersonRef;
  readonly counts: Map<IdentifierKind, number>;
  known: boolean;
}

const strength = new Map(
  Object.keys(identifierKinds).map((kind, index) => [kind as IdentifierKind, index]),
);
const byStrength = (a: IdentityKey, b: IdentityKey): number =>
  (strength.get(a.kind) ?? 99) - (strength.get(b.kind) ?? 99) ||
  (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * Deterministic stitching after Segment's published rules: no known identifier → a new person; one person → the others are
 * added; several → they are merged. A step that would give a person more identifiers of a kind than its limit is not
 * taken: the weakest identifier of the act is dropped and matching is tried again.
 *
 * A merge keeps the known person before the anonymous one, then the one with the lower id, so that while no limit binds
 * the outcome does not depend on the order of acts.
 */
export function createStitcher(seed: StitchSeed): Stitcher {
  const people = new Map<PersonRef, Person>();
  const holderOf = new Map<string, PersonRef>();
  const mergedInto = new Map<PersonRef, PersonRef>();
  const merges: { winner: PersonRef; loser: PersonRef; via: IdentityKey }[] = [];
  const attached: { identity: IdentityKey; person: PersonRef }[] = [];
  let made = 0;

  const current = (ref: PersonRef): PersonRef => {
    let at = ref;
    for (let next = mergedInto.get(at); next !== undefined; next = mergedInto.get(at)) at = next;
    return at;
  };
  const count = (person: Person, identity: IdentityKey): void => {
    person.counts.set(identity.kind, (person.counts.get(identity.kind) ?? 0) + 1);
    person.known ||= identifierKinds[identity.kind].known;
  };
  const personAt = (ref: PersonRef): Person => {
    const found = people.get(ref);
    if (found) return found;
    const person: Person = { ref, counts: new Map(), known: false };
    people.set(ref, person);
    return person;
  };

  for (const identity of seed.identities) {
    holderOf.set(identity.key, identity.person);
    count(personAt(identity.person), identity);
  }

  const holder = (identity: IdentityKey): Person | undefined => {
    const ref = holderOf.get(identity.key);
    return ref === undefined ? undefined : personAt(current(ref));
  };

  /** The kind whose limit the union of these people and new identifiers would exceed. */
  const exceeded = (
    holders: readonly Person[],
    fresh: readonly IdentityKey[],
  ): IdentifierKind | undefined => {
    const total = new Map<IdentifierKind, number>();
    const add = (kind: IdentifierKind, n: number) => total.set(kind, (total.get(kind) ?? 0) + n);
    for (const person of holders) for (const [kind, n] of person.counts) add(kind, n);
    for (const identity of fresh) add(identity.kind, 1);
    return [...total.keys()].find(
      (kind) => (total.get(kind) as number) > identifierKinds[kind].limit,
    );
  };

  /** Persons made here have references below zero and are younger than every stored one. */
  const age = (person: Person): number => (person.ref > 0 ? person.ref : 2 ** 40 - person.ref);
  const older = (a: Person, b: Person): number =>
    Number(b.known) - Number(a.known) || age(a) - age(b);

  const merge = (winner: Person, loser: Person, via: IdentityKey): void => {
    mergedInto.set(loser.ref, winner.ref);
    for (const [kind, n] of loser.counts)
      winner.counts.set(kind, (winner.counts.get(kind) ?? 0) + n);
    winner.known ||= loser.known;
    merges.push({ winner: winner.ref, loser: loser.ref, via });
  };
  const make = (): Person => {
    made += 1;
    return personAt(-made);
  };

  const link = (kept: readonly IdentityKey[]): Person => {
    const holders = [...new Set(kept.map(holder).filter((person) => person !== undefined))].sort(
      older,
    );
    const strongest = kept[0] as IdentityKey;
    const isKnown = kept.some((identity) => identifierKinds[identity.kind].known);
    let winner = holders[0] ?? make();
    // A visitor who becomes known moves to a person of the known kind, whose ids are dense.
    if (isKnown && !winner.known && winner.ref > 0) {
      const visitor = winner;
      winner = make();
      winner.known = true;
      merge(winner, visitor, strongest);
    }
    for (const loser of holders) {
      if (current(loser.ref) !== winner.ref) merge(winner, loser, strongest);
    }
    for (const identity of kept) {
      if (holderOf.has(identity.key)) continue;
      holderOf.set(identity.key, winner.ref);
      count(winner, identity);
      attached.push({ identity, person: winner.ref });
    }
    return winner;
  };

  const resolve = (identifiers: readonly IdentityKey[]): Stitched => {
    const distinct = [
      ...new Map(identifiers.map((identity) => [identity.key, identity])).values(),
    ].sort(byStrength);
    const dropped: IdentityKey[] = [];
    let kept = distinct;
    while (kept.length > 1) {
      const holders = [...new Set(kept.map(holder).filter((person) => person !== undefined))];
      const fresh = kept.filter((identity) => !holderOf.has(identity.key));
      if (holders.length <= 1 && fresh.length === 0) break;
      if (exceeded(holders, fresh) === undefined) break;
      dropped.push(kept[kept.length - 1] as IdentityKey);
      kept = kept.slice(0, -1);
    }
    const person = link(kept);
    return {
      person: person.ref,
      identity: kept[0] as IdentityKey,
      refused: dropped
        .filter((identity) => holder(identity)?.ref !== person.ref)
        .map((identity) => {
          const other = holder(identity);
          return {
            identity,
            person: person.ref,
            reason: 'limit',
            ...(other ? { holder: other.ref } : {}),
          };
        }),
    };
  };

  return {
    resolve,
    finally: current,
    merges,
    attached,
    isKnown: (ref) => personAt(current(ref)).known,
  };
}
