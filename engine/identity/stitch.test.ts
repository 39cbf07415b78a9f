import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import fc from 'fast-check';
import { createStitcher, type IdentityKey } from './stitch.ts';

const id = (kind: IdentifierKind, value: string): IdentityKey => ({
  kind,
  key: `${kind}:${value}`,
});

describe('stitching', () => {
  it('makes one person of three who share identifiers pairwise (IDN-2)', () => {
    const stitcher = createStitcher({ identities: [] });
    stitcher.resolve([id('phone', 'a'), id('device_id', 'd')]);
    stitcher.resolve([id('email', 'e'), id('openid', 'o')]);
    const last = stitcher.resolve([id('email', 'e'), id('phone', 'a')]);
    assert.equal(stitcher.finally(-1), stitcher.finally(-2));
    assert.equal(last.person, stitcher.finally(-2));
    assert.equal(stitcher.attached.length, 4);
  });

  it("keeps two members apart who share an email: Segment's worked case", () => {
    const jane = { ...id('email', 'jane@example1.com'), person: 7 };
    const stitcher = createStitcher({
      identities: [{ ...id('user_id', 'abc123'), person: 7 }, jane],
    });
    const outcome = stitcher.resolve([id('user_id', 'abc456'), id('email', 'jane@example1.com')]);
    assert.equal(outcome.person, -1);
    assert.deepEqual(outcome.identity, id('user_id', 'abc456'));
    assert.deepEqual(outcome.refused, [
      { identity: id('email', 'jane@example1.com'), person: -1, reason: 'limit', holder: 7 },
    ]);
    assert.equal(stitcher.merges.length, 0);
  });

  it('gives a shared device to the first member and lets the second one in without it', () => {
    const stitcher = createStitcher({ identities: [] });
    const first = stitcher.resolve([id('user_id', 'mum'), id('anonymous_id', 'tablet')]);
    const second = stitcher.resolve([id('user_id', 'son'), id('anonymous_id', 'tablet')]);
    assert.notEqual(first.person, second.person);
    assert.equal(stitcher.resolve([id('anonymous_id', 'tablet')]).person, first.person);
  });

  it('moves a visitor to a person of the known kind at the first login', () => {
    const stitcher = createStitcher({
      identities: [{ ...id('anonymous_id', 'v'), person: 2 ** 31 }],
    });
    const outcome = stitcher.resolve([id('anonymous_id', 'v'), id('user_id', 'u')]);
    assert.ok(outcome.person < 0);
    assert.ok(stitcher.isKnown(outcome.person));
    assert.deepEqual(
      stitcher.merges.map(({ winner, loser }) => ({ winner, loser })),
      [{ winner: outcome.person, loser: 2 ** 31 }],
    );
  });

  const unlimited = (['phone', 'email', 'openid', 'device_id'] as const).flatMap((kind) =>
    ['1', '2'].map((v) => id(kind, v)),
  );
  const acts = fc.array(fc.subarray(unlimited, { minLength: 1 }), { maxLength: 12 });
  const partition = (resolved: ReturnType<typeof createStitcher>) =>
    [...Map.groupBy(resolved.attached, ({ person }) => resolved.finally(person)).values()]
      .map((group) =>
        group
          .map(({ identity }) => identity.key)
          .sort()
          .join(' '),
      )
      .sort();
  const stitched = (list: readonly (readonly IdentityKey[])[]) => {
    const stitcher = createStitcher({ identities: [] });
    for (const act of list) stitcher.resolve(act);
    return stitcher;
  };

  it('equals union-find while no limit binds, in any order', () => {
    fc.assert(
      fc.property(acts, fc.nat(), (list, rotation) => {
        const parent = new Map<string, string>();
        const root = (key: string): string => {
          const up = parent.get(key) ?? key;
          return up === key ? key : root(up);
        };
        for (const act of list) {
          for (const { key } of act) {
            if (!parent.has(key)) parent.set(key, key);
            parent.set(root(key), root((act[0] as IdentityKey).key));
          }
        }
        const expected = [...Map.groupBy(parent.keys(), root).values()]
          .map((group) => group.sort().join(' '))
          .sort();
        assert.deepEqual(partition(stitched(list)), expected);
        const at = list.length === 0 ? 0 : rotation % list.length;
        assert.deepEqual(partition(stitched([...list.slice(at), ...list.slice(0, at)])), expected);
      }),
    );
  });

  const tight = (['user_id', 'unionid', 'phone', 'anonymous_id'] as const).flatMap((kind) =>
    ['1', '2', '3', '4', '5', '6', '7'].map((v) => id(kind, v)),
  );

  it('never lets a person hold more identifiers of a kind than its limit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.subarray(tight, { minLength: 1, maxLength: 4 }), { maxLength: 40 }),
        (list) => {
          const distinctKinds = list.map((act) => [
            ...new Map(act.map((identity) => [identity.kind, identity])).values(),
          ]);
          const stitcher = stitched(distinctKinds);
          for (const group of Map.groupBy(stitcher.attached, ({ person }) =>
            stitcher.finally(person),
          ).values()) {
            for (const [kind, held] of Map.groupBy(group, ({ identity }) => identity.kind)) {
              assert.ok(held.length <= identifierKinds[kind].limit, `${kind} ${held.length}`);
            }
          }
        },
      ),
    );
  });

  it('comes to the same people in one pass and in two with the first one stored', () => {
    fc.assert(
      fc.property(acts, acts, (before, after) => {
        const whole = stitched([...before, ...after]);
        const first = stitched(before);
        const second = createStitcher({
          identities: first.attached.map(({ identity, person }) => ({
            ...identity,
            person: 100 - first.finally(person),
          })),
        });
        for (const act of after) second.resolve(act);
        const held = [
          ...first.attached.map(({ identity, person }) => ({
            identity,
            person: second.finally(100 - first.finally(person)),
          })),
          ...second.attached.map(({ identity, person }) => ({
            identity,
            person: second.finally(person),
          })),
        ];
        const groups = [...Map.groupBy(held, ({ person }) => person).values()]
          .map((group) =>
            group
              .map(({ identity }) => identity.key)
              .sort()
              .join(' '),
          )
          .sort();
        assert.deepEqual(groups, partition(whole));
      }),
    );
  });
});
