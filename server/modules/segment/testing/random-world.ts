import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import { firstAnonymous, type TraitCell, traitCell } from '@siyu/engine/segment';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import {
  channels,
  eventNames,
  keys,
  moments,
  numbers,
  orgIds,
  purposes,
  segments,
  tags,
  tagValues,
  texts,
  traitNames,
} from './pools.ts';

/** Rows as they lie in the tables, before anybody is mapped. Times in milliseconds. */
export interface World {
  readonly asOf: number;
  readonly zone: string;
  readonly identities: readonly { id: number; kind: IdentifierKind; person: number }[];
  /** identity → person now; 0 = erased. */
  readonly overrides: readonly { id: number; person: number }[];
  readonly orgs: readonly { id: number; org: number }[];
  readonly traits: readonly { id: number; name: string; cell: TraitCell; at: number }[];
  readonly consents: readonly {
    id: number;
    purpose: string;
    channel: string;
    org: number;
    granted: boolean;
    at: number;
  }[];
  readonly events: readonly WorldEvent[];
  readonly tags: readonly { tag: string; value: string; people: readonly number[] }[];
  readonly segments: readonly { segment: string; people: readonly number[] }[];
  /** Node whose people the caller sees. */
  readonly scope: number;
}

export interface WorldEvent {
  readonly id: number;
  readonly name: string;
  readonly time: number;
  readonly revenue: number | null;
  readonly order_id: string;
  readonly channel: string;
  readonly store: number;
  readonly org: number;
  readonly source: number;
  readonly campaign: number;
  readonly text: Readonly<Record<string, string>>;
  readonly number: Readonly<Record<string, number>>;
}

const pick = <T>(values: readonly T[]) => fc.constantFrom(...values);
const worldPeople = [1, 2, 3, 4, 5, firstAnonymous + 1, firstAnonymous + 2] as const;
const identityIds = Array.from({ length: 12 }, (_, index) => index + 1);
const id = pick(identityIds);
const org = pick([0, ...orgIds]);

/** Instants that sit on, before and after the edges of local days. */
function instants(asOf: number, zone: string): fc.Arbitrary<number> {
  const day = pick([0, 0, -1, -1, 1, 2, 6, 7, 29, 30, 31, 89, 365, 366]);
  return fc
    .tuple(day, pick([-1, 0, 1, 43_200_000, Number.NaN]))
    .map(([ago, shift]) =>
      Number.isNaN(shift)
        ? asOf + ago
        : DateTime.fromMillis(asOf, { zone })
            .startOf('day')
            .minus({ days: ago })
            .startOf('day')
            .toMillis() + shift,
    );
}

const statedTraits = (time: fc.Arbitrary<number>) =>
  fc.oneof(
    pick(texts),
    pick(numbers),
    fc.boolean(),
    fc.constant(null),
    fc.array(pick(texts), { maxLength: 3 }),
    pick(['02-28', '02-29', '03-01', '1990-12-31', '2026-03-29', '13-99x', '[oops']),
    time.map((at) => new Date(at).toISOString()),
  );

export const randomWorld: fc.Arbitrary<World> = pick(moments).chain(({ asOf: iso, zone }) => {
  const asOf = Date.parse(iso);
  const time = instants(asOf, zone);
  const event: fc.Arbitrary<WorldEvent> = fc.record({
    id,
    name: pick(eventNames),
    time,
    revenue: fc.option(pick([-250, 0, 1, 100, 250, 1000]), { nil: null }),
    order_id: pick(texts),
    channel: pick(texts),
    store: org,
    org,
    source: pick([0, 1, 2]),
    campaign: pick([0, 4, 6]),
    text: fc.dictionary(pick(keys), pick(texts), { maxKeys: 2 }),
    number: fc.dictionary(pick(keys), pick(numbers), { maxKeys: 2 }),
  });
  return fc.record({
    asOf: fc.constant(asOf),
    zone: fc.constant(zone),
    identities: fc.tuple(
      ...identityIds.map((one) =>
        fc.record({
          id: fc.constant(one),
          kind: pick(['phone', 'email', 'anonymous_id', 'openid'] as const),
          person: pick(worldPeople),
        }),
      ),
    ),
    overrides: fc.uniqueArray(fc.record({ id, person: pick([0, 1, 2, 3]) }), {
      selector: (one) => one.id,
      maxLength: 5,
    }),
    orgs: fc.array(fc.record({ id, org: pick(orgIds) }), { maxLength: 14 }),
    traits: fc
      .array(fc.record({ id, name: pick(traitNames), value: statedTraits(time) }), {
        maxLength: 30,
      })
      .map((rows) => rows.map(({ value, ...row }, at) => ({ ...row, cell: traitCell(value), at }))),
    consents: fc
      .array(
        fc.record({
          id,
          purpose: pick(purposes),
          channel: pick(channels),
          org: pick(orgIds),
          granted: fc.boolean(),
        }),
        { maxLength: 15 },
      )
      .map((rows) => rows.map((row, at) => ({ ...row, at }))),
    events: fc.array(event, { maxLength: 60 }),
    tags: fc.uniqueArray(
      fc.record({ tag: pick(tags), value: pick(tagValues), people: fc.subarray([...worldPeople]) }),
      { selector: (row) => `${row.tag} ${row.value}`, maxLength: 5 },
    ),
    segments: fc.uniqueArray(
      fc.record({ segment: pick(segments), people: fc.subarray([...worldPeople]) }),
      { selector: (row) => row.segment },
    ),
    scope: pick([1, 1, 2, 6]),
  });
});

export const kindCode = (kind: IdentifierKind) => identifierKinds[kind].code;
