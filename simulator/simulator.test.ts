import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventNames, propertyNames } from '@siyu/contract/collect';
import { identifierKinds } from '@siyu/contract/identity';
import { traitNames } from '@siyu/contract/profile';
import { eventName } from '@siyu/engine/collect';
import {
  type Act,
  createWorld,
  effectOn,
  identifiersOf,
  memberFile,
  react,
  stores,
  type WorldSettings,
} from './index.ts';

const settings = (over: Partial<WorldSettings> = {}): WorldSettings => ({
  seed: 7,
  people: 2_000,
  end: Date.parse('2026-11-22T06:00:00Z'),
  days: 180,
  historyDays: 540,
  ...over,
});

const world = createWorld(settings());
const acts = [...world.acts()];
const inWindow = acts.filter((act) => act.at >= world.start);
const sales = acts.flatMap((act) =>
  act.kind === 'document' &&
  act.document.kind === 'order' &&
  act.document.status !== 'cancelled' &&
  act.document.changedAt === undefined
    ? [
        {
          act,
          order: act.document,
          fen: act.document.lines.reduce((sum, line) => sum + (line.amount ?? 0), 0),
        },
      ]
    : [],
);
const share = (part: number, whole: number): number => part / whole;

describe('a played world', () => {
  it('is the same for the same settings and another for another seed', () => {
    const few = settings({ people: 300 });
    const text = (of: WorldSettings): string => JSON.stringify([...createWorld(of).acts()]);
    assert.equal(text(few), text(few));
    assert.notEqual(text(few), text({ ...few, seed: 8 }));
  });

  it('is told in order of time and ends when it is said to', () => {
    assert.ok(acts.every((act, place) => place === 0 || act.at >= (acts[place - 1] as Act).at));
    assert.ok((acts.at(-1) as Act).at < world.settings.end);
  });

  it('knows only documents before the window', () => {
    assert.ok(acts.some((act) => act.at < world.start));
    assert.ok(acts.every((act) => act.at >= world.start || act.kind === 'document'));
  });

  it('gives every call and every document a number of its own', () => {
    const calls = acts.flatMap((act) => (act.kind === 'call' ? [act.call.messageId] : []));
    assert.equal(new Set(calls).size, calls.length);
    const orders = sales.map((sale) => sale.order.number);
    assert.equal(new Set(orders).size, orders.length);
    const serials = acts.flatMap((act) =>
      act.kind === 'document' && act.document.kind === 'owned_product' ? [act.document.serial] : [],
    );
    assert.equal(new Set(serials).size, serials.length);
  });

  it('gives back only what was bought, and no more of it', () => {
    const ordered = new Map(sales.map((sale) => [sale.order.number, sale.order]));
    const refunds = acts.flatMap((act) =>
      act.kind === 'document' && act.document.kind === 'refund' ? [act.document] : [],
    );
    assert.ok(refunds.length > 20);
    for (const refund of refunds) {
      const line = refund.lines[0];
      const bought = ordered
        .get(refund.orderNumber ?? '')
        ?.lines.find((one) => one.sku === line?.sku);
      assert.ok(bought && line && line.quantity <= bought.quantity);
      assert.ok((line.amount ?? 0) <= (bought.amount ?? 0));
    }
  });

  it('names every event, property and trait in both languages', () => {
    for (const act of inWindow) {
      if (act.kind !== 'call') continue;
      if (act.call.event !== undefined)
        assert.ok(eventNames[eventName(act.call.event)], act.call.event);
      for (const property of Object.keys(act.call.properties ?? {})) {
        assert.ok(propertyNames[property], property);
      }
      for (const trait of Object.keys(act.call.traits ?? {})) {
        const isIdentifier = trait in identifierKinds || trait === 'consents';
        assert.ok(isIdentifier || traitNames[trait], trait);
      }
    }
  });
});

describe('its people', () => {
  const truth = new Map<string, Set<number>>();
  for (let index = 0; index < world.settings.people; index++) {
    for (const { kind, value } of identifiersOf(7, world.person(index))) {
      const key = `${kind} ${value}`;
      truth.set(key, (truth.get(key) ?? new Set()).add(index));
    }
  }
  const junk = new Set(['13800000000', '0000', 'test@test.com', 'null']);

  it('state only identifiers that are truly theirs, junk and masked phones aside', () => {
    const check = (kind: string, value: unknown, person: number): void => {
      if (typeof value !== 'string' || junk.has(value) || value.includes('*')) return;
      assert.ok(truth.get(`${kind} ${value}`)?.has(person), `${kind} ${value} of ${person}`);
    };
    const traitKinds = ['phone', 'email', 'openid', 'unionid', 'external_userid', 'member_card'];
    for (const act of acts) {
      if (act.kind === 'document') {
        if (!('buyer' in act.document)) continue;
        for (const { kind, value } of act.document.buyer) check(kind, value, act.person);
        continue;
      }
      check('user_id', act.call.userId, act.person);
      check('anonymous_id', act.call.anonymousId, act.person);
      for (const kind of traitKinds) check(kind, act.call.traits?.[kind], act.person);
    }
  });

  it('share an identifier only where a tablet or a recycled number is shared', () => {
    const shared = [...truth].filter(([, owners]) => owners.size > 1);
    const kinds = new Set(shared.map(([key]) => key.split(' ')[0]));
    assert.deepEqual([...kinds].sort(), ['anonymous_id', 'device_id', 'phone']);
    for (const [, owners] of shared) {
      const [one, other] = [...owners].map((index) => world.person(index));
      assert.ok(
        other && (other.sharesDeviceOf === one?.index || other.recycledFrom === one?.index),
      );
    }
  });

  it('get a recycled number only after its owner was silent for ninety days', () => {
    const heirs = Array.from({ length: 2_000 }, (_, index) => world.person(index)).filter(
      (person) => person.recycledFrom >= 0,
    );
    assert.ok(heirs.length > 5);
    for (const heir of heirs) {
      const owner = world.person(heir.recycledFrom);
      assert.ok(owner.memberDay < owner.silentDay);
      assert.ok(heir.joinDay - owner.silentDay >= 90);
    }
  });

  it('mostly come from nowhere known: under their platform number the phone is starred unless they are bound members', () => {
    const tmall = sales.filter((sale) => sale.act.touchpoint === 'tmall');
    const masked = tmall.filter((sale) => sale.order.buyer.some((one) => one.value.includes('*')));
    assert.ok(share(masked.length, tmall.length) > 0.4);
    assert.ok(masked.length < tmall.length);
  });

  it('stand once each in the old member file', () => {
    const rows = [...memberFile(world)];
    assert.equal(new Set(rows.map((row) => row.会员编号)).size, rows.length);
    assert.ok(rows.length > 400);
  });
});

describe('its figures', () => {
  it('are about twenty-five acts a person in the window', () => {
    assert.ok(Math.abs(inWindow.length / 2_000 - 25) < 4, String(inWindow.length / 2_000));
  });

  it('let the top twentieth of buyers bring about forty per cent of sales', () => {
    const byPerson = new Map<number, number>();
    for (const { act, fen } of sales)
      byPerson.set(act.person, (byPerson.get(act.person) ?? 0) + fen);
    const sorted = [...byPerson.values()].sort((one, other) => other - one);
    const sum = (list: readonly number[]): number => list.reduce((total, one) => total + one, 0);
    const top = share(sum(sorted.slice(0, Math.round(sorted.length / 20))), sum(sorted));
    assert.ok(top > 0.33 && top < 0.5, String(top));
  });

  it('have the weekly rhythm, the evening peak and the festivals of retail', () => {
    const views = inWindow.filter((act) => act.kind === 'call');
    const local = views.map((act) => new Date(act.at + 8 * 3_600_000));
    const weekend = local.filter((date) => [0, 6].includes(date.getUTCDay())).length;
    assert.ok(share(weekend, views.length) > 2.15 / 7);
    const at = (hour: number): number => local.filter((date) => date.getUTCHours() === hour).length;
    assert.ok(at(20) > 3 * at(7) && at(20) > 10 * at(3));
    const ordersOn = (date: string): number =>
      sales.filter((sale) => sale.order.placedAt.startsWith(date)).length;
    assert.ok(ordersOn('2026-11-11') > 3 * ordersOn('2026-09-16'));
    assert.ok(ordersOn('2026-06-18') > 2 * ordersOn('2026-07-09'));
  });

  it('reach every store and every source', () => {
    const visited = new Set(sales.map((sale) => sale.order.store));
    for (const store of stores) assert.ok(visited.has(store.code), store.code);
    assert.deepEqual([...new Set(inWindow.map((act) => act.touchpoint))].sort(), [
      'app',
      'crm',
      'jd',
      'mini_program',
      'pos',
      'tmall',
      'wecom',
    ]);
  });

  it('have appliances installed a year ago and lately', () => {
    const installed = acts.flatMap((act) =>
      act.kind === 'document' && act.document.kind === 'owned_product' ? [act.at] : [],
    );
    const ago = (days: number): number => world.settings.end - days * 86_400_000;
    assert.ok(installed.some((at) => at < ago(350) && at > ago(380)));
    assert.ok(installed.some((at) => at > ago(14)));
  });
});

describe('the response to a message', () => {
  const message = {
    wave: 1,
    channel: 'wecom',
    at: Date.parse('2026-11-01T02:00:00Z'),
    effect: 0.06,
  };

  it('is the same for the same person and message', () => {
    assert.deepEqual(
      react(world.settings, world.person(3), message),
      react(world.settings, world.person(3), message),
    );
  });

  it('causes orders at the known rate, in time, paid and with numbers of their own', () => {
    const people = 20_000;
    let buyers = 0;
    let expected = 0;
    const numbers = new Set<string>();
    for (let index = 0; index < people; index++) {
      expected += effectOn(7, index, message.effect);
      const { acts: caused } = react(world.settings, world.person(index), message);
      const order = caused.find((act) => act.kind === 'document' && act.document.kind === 'order');
      if (order?.kind !== 'document' || order.document.kind !== 'order') continue;
      buyers++;
      assert.ok(order.at > message.at && order.at < message.at + 7 * 86_400_000);
      assert.equal(order.document.status, 'paid');
      numbers.add(order.document.number);
    }
    assert.equal(numbers.size, buyers);
    assert.ok(sales.every((sale) => !numbers.has(sale.order.number)));
    // Four standard errors of a binomial around the known mean.
    const error = 4 * Math.sqrt((message.effect * (1 - message.effect)) / people);
    assert.ok(Math.abs(share(buyers - expected, people)) < error);
  });
});
