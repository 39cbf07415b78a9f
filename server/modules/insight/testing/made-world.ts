import type { Message } from '@siyu/contract/collect';
import fc from 'fast-check';

/** Where something may happen: a source, and for the till a store. */
export interface Place {
  readonly source: 'mini' | 'tmall' | 'till';
  readonly store: 'a1' | 'a2' | 'b1' | null;
}

/** One statement of a made world, before it has ids. Person n has phone n, mail n and visitor n, until they are linked. */
export type MadeAct =
  | {
      readonly kind: 'act';
      readonly who: Who;
      readonly event: string;
      readonly at: number;
      readonly place: Place;
      readonly delivery: number;
    }
  | {
      readonly kind: 'link';
      readonly person: number;
      readonly to: 'mail' | 'visitor';
      readonly at: number;
      readonly place: Place;
    }
  | {
      readonly kind: 'order';
      readonly number: number;
      readonly who: Who | null;
      readonly total: number;
      readonly cancelled: boolean;
      readonly at: number;
      readonly place: Place;
    }
  | {
      readonly kind: 'refund';
      readonly number: number;
      readonly who: Who | null;
      readonly total: number;
      readonly at: number;
      readonly place: Place;
    };

export interface Who {
  readonly by: 'phone' | 'mail' | 'visitor';
  readonly person: number;
}

const people = fc.nat({ max: 7 });
const place: fc.Arbitrary<Place> = fc.oneof(
  fc.constant<Place>({ source: 'mini', store: null }),
  fc.constant<Place>({ source: 'tmall', store: null }),
  fc.constantFrom('a1', 'a2', 'b1').map((store) => ({ source: 'till', store }) as Place),
);
const who = fc.record({
  by: fc.constantFrom('phone', 'phone', 'mail', 'visitor'),
  person: people,
}) as fc.Arbitrary<Who>;
const buyer = fc.option(
  fc.record({ by: fc.constantFrom('phone', 'mail'), person: people }) as fc.Arbitrary<Who>,
  { freq: 6 },
);
/** Minutes before the world's now: up to 70 days, and never the very moment. */
const at = fc.integer({ min: 1, max: 70 * 1_440 });
const events = [
  'product_viewed',
  'store_visited',
  'contact_removed',
  'order_shipped',
  'message_sent',
  'message_sent',
  'message_opened',
  'message_clicked',
  'message_unsubscribed',
];

export const madeAct: fc.Arbitrary<MadeAct> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      who,
      event: fc.constantFrom(...events),
      at,
      place,
      delivery: fc.nat({ max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('link' as const),
      person: people,
      to: fc.constantFrom('mail' as const, 'visitor' as const),
      at,
      place,
    }),
  },
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('order' as const),
      number: fc.nat({ max: 14 }),
      who: buyer,
      total: fc.integer({ min: 0, max: 50_000 }),
      cancelled: fc.constantFrom(false, false, true),
      at,
      place,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('refund' as const),
      number: fc.nat({ max: 5 }),
      who: buyer,
      total: fc.integer({ min: 1, max: 20_000 }),
      at,
      place,
    }),
  },
);

const identifierOf = ({ by, person }: Who): Message['identifiers'][number] => {
  if (by === 'phone')
    return { kind: 'phone', value: `138123400${String(person).padStart(2, '0')}` };
  if (by === 'mail') return { kind: 'email', value: `p${person}@example.cn` };
  return { kind: 'anonymous_id', value: `visitor-${person}` };
};

export const campaignOf = (delivery: number): number => (delivery % 3 === 0 ? 0 : 7);

/** An act as a source states it. */
export function messageOf(act: MadeAct, id: string, now: number): Message {
  const time = new Date(now - act.at * 60_000).toISOString();
  const org = act.place.store === null ? {} : { org: act.place.store };
  const shared = { messageId: id, time, ...org };
  switch (act.kind) {
    case 'act': {
      const isMessage = act.event.startsWith('message_');
      const properties = isMessage
        ? { delivery_id: `dlv_${act.delivery}`, campaign_id: campaignOf(act.delivery) }
        : {};
      return {
        ...shared,
        type: 'track',
        identifiers: [identifierOf(act.who)],
        event: act.event,
        properties,
      };
    }
    case 'link': {
      const both = [
        identifierOf({ by: 'phone', person: act.person }),
        identifierOf({ by: act.to, person: act.person }),
      ];
      return { ...shared, type: 'identify', identifiers: both };
    }
    default: {
      const buyer = act.who === null ? [] : [identifierOf(act.who)];
      const common = {
        number: `${act.place.source}-${act.number}`,
        currency: 'CNY',
        buyer,
        lines: [],
        ...(act.place.store === null ? {} : { store: act.place.store }),
      };
      const document =
        act.kind === 'order'
          ? {
              kind: 'order',
              ...common,
              status: act.cancelled ? 'cancelled' : 'paid',
              placedAt: time,
              total: act.total,
            }
          : { kind: 'refund', ...common, refundedAt: time, amount: act.total };
      return { ...shared, type: 'document', identifiers: buyer, document };
    }
  }
}
