import { campaignOf, type MadeAct, type Place, type Who } from './made-world.ts';

/** The nodes of the test's organisation: brands A (stores a1, a2) and B (store b1) below the root. */
const under: Readonly<Record<string, readonly string[]>> = {
  root: ['root', 'a', 'b', 'a1', 'a2', 'b1'],
  a: ['a', 'a1', 'a2'],
  a1: ['a1'],
};
const above: Readonly<Record<string, readonly string[]>> = {
  root: [],
  a: ['root'],
  a1: ['a', 'root'],
};
const homeOf = { mini: 'root', tmall: 'a', till: 'root' } as const;
const channelOf = { mini: 'private', tmall: 'public', till: 'private' } as const;
const passive = ['message_sent', 'order_shipped'];
const conversionMs = 7 * 86_400_000;

export interface Stretch {
  readonly from: number;
  readonly before: number;
}

const orgOf = ({ source, store }: Place): string => store ?? homeOf[source];

/** The metrics of a scope, counted from the acts themselves, one question at a time and without any cleverness. */
export function countSlowly(
  acts: readonly (MadeAct & { readonly time: number })[],
  scope: 'root' | 'a' | 'a1',
  stretch: Stretch,
) {
  const key = ({ by, person }: Who) => `${by}${person}`;
  const linked = (by: 'mail' | 'visitor', person: number) =>
    acts.some((act) => act.kind === 'link' && act.to === by && act.person === person);
  // Two identifiers are one person when a link says so; the phone's name is the person's.
  const personOf = (who: Who): string =>
    who.by !== 'phone' && linked(who.by, who.person) ? `phone${who.person}` : key(who);
  const isKnown = (person: string) => !person.startsWith('visitor');
  const whoOf = (act: MadeAct): readonly Who[] => {
    if (act.kind === 'act') return [act.who];
    if (act.kind === 'link') {
      return [
        { by: 'phone', person: act.person },
        { by: act.to, person: act.person },
      ];
    }
    return act.who === null ? [] : [act.who];
  };
  const metBy = (person: string): readonly string[] =>
    acts.flatMap((act) =>
      whoOf(act).some((who) => personOf(who) === person)
        ? [homeOf[act.place.source], orgOf(act.place)]
        : [],
    );
  const everyone = [...new Set(acts.flatMap(whoOf).map(personOf))];
  const mine = everyone.filter((person) =>
    metBy(person).some((org) => under[scope]?.includes(org)),
  );
  const known = mine.filter(isKnown);
  const isIn = (time: number) => time >= stretch.from && time < stretch.before;

  const since = (person: string): number => {
    const names = [
      ...new Set(
        acts
          .flatMap(whoOf)
          .filter((who) => who.by !== 'visitor')
          .map(key),
      ),
    ];
    const firsts = names
      .filter((name) => {
        const by = name.startsWith('phone') ? 'phone' : 'mail';
        return personOf({ by, person: Number(name.slice(by.length)) }) === person;
      })
      .map((name) => acts.find((act) => whoOf(act).some((who) => key(who) === name))?.time ?? 0);
    return Math.min(...firsts);
  };

  // Placing an order is an act of its buyer, stated with the first statement and again for a new buyer.
  const lastBuyer = new Map<string, Who | null>();
  const placed = acts.flatMap((act) => {
    if (act.kind !== 'order') return [];
    const id = `${act.place.source} ${act.number}`;
    const before = lastBuyer.get(id);
    const buyer = act.who ?? before ?? null;
    lastBuyer.set(id, buyer);
    if (before !== undefined && (before && key(before)) === (buyer && key(buyer))) return [];
    const amount = act.cancelled ? 0 : act.total;
    return buyer === null
      ? []
      : [{ ...act, who: buyer, event: 'order_placed', delivery: -1, amount }];
  });
  const acted = [...acts.filter((act) => act.kind === 'act'), ...placed];
  const reachRows = acted.filter(({ place, who }) => {
    const org = orgOf(place);
    const isNear = under[scope]?.includes(org) || above[scope]?.includes(org);
    return isNear && mine.includes(personOf(who));
  });
  const did = (names: readonly string[] | null) =>
    reachRows.filter(
      ({ time, event }) => isIn(time) && (names ? names.includes(event) : !passive.includes(event)),
    );

  // The last statement of a document is the one that counts.
  const documents = new Map<
    string,
    Extract<MadeAct, { kind: 'order' | 'refund' }> & { time: number }
  >();
  for (const act of acts) {
    if (act.kind === 'order' || act.kind === 'refund') {
      const id = `${act.kind} ${act.place.source} ${act.number}`;
      const before = documents.get(id);
      documents.set(id, act.who === null && before ? { ...act, who: before.who } : act);
    }
  }
  const here = [...documents.values()].filter((document) =>
    under[scope]?.includes(orgOf(document.place)),
  );
  const orders = here.filter((d) => d.kind === 'order' && !d.cancelled && d.total > 0);
  const refunds = here.filter((d) => d.kind === 'refund');
  const sum = (rows: readonly { total: number }[]) =>
    rows.reduce((all, { total }) => all + total, 0);
  const ordersIn = orders.filter(({ time }) => isIn(time));
  const refundsIn = refunds.filter(({ time }) => isIn(time));
  const privateOnly = <D extends { place: Place }>(rows: readonly D[]) =>
    rows.filter(({ place }) => channelOf[place.source] === 'private');
  const gmv = sum(ordersIn) - sum(refundsIn);
  const privateGmv = sum(privateOnly(ordersIn)) - sum(privateOnly(refundsIn));
  const ordersBy = (person: string, rows: readonly { who: Who | null }[]) =>
    rows.filter(({ who }) => who !== null && personOf(who) === person).length;
  const buyers = known.filter((person) => ordersBy(person, ordersIn) > 0);
  const repeaters = known.filter((person) => ordersBy(person, ordersIn) > 1);
  const firstBuyers = buyers.filter(
    (person) =>
      ordersBy(
        person,
        orders.filter(({ time }) => time < stretch.from),
      ) === 0,
  );

  const share = (part: number, whole: number) =>
    whole > 0 ? Math.round((part * 10_000) / whole) : null;
  const deliveries = (name: string) => new Set(did([name]).map((act) => act.delivery)).size;
  const knownOf = (rows: readonly { who: Who }[]) =>
    [...new Set(rows.map(({ who }) => personOf(who)))].filter(isKnown);
  const newPeople = known.filter((person) => isIn(since(person))).length;
  const left = knownOf(did(['contact_removed', 'message_unsubscribed'])).length;
  const campaigns = did(['message_sent']).filter(({ delivery }) => campaignOf(delivery) > 0);
  const converted = campaigns.filter((message) =>
    reachRows.some(
      (order) =>
        order.event === 'order_placed' &&
        'amount' in order &&
        order.amount > 0 &&
        personOf(order.who) === personOf(message.who) &&
        order.time >= message.time &&
        order.time <= message.time + conversionMs,
    ),
  );
  return {
    pool: known.filter((person) => since(person) < stretch.before).length,
    new_people: newPeople,
    left_people: left,
    net_new: newPeople - left,
    active: knownOf(did(null)).length,
    gmv,
    private_gmv: privateGmv,
    private_share: gmv > 0 ? share(privateGmv, gmv) : null,
    orders: ordersIn.length,
    average_order: ordersIn.length > 0 ? Math.round(sum(ordersIn) / ordersIn.length) : null,
    buyers: buyers.length,
    first_buyers: firstBuyers.length,
    repurchase_rate: share(repeaters.length, buyers.length),
    refund_rate: share(sum(refundsIn), sum(ordersIn)),
    sent: deliveries('message_sent'),
    opened: deliveries('message_opened'),
    clicked: deliveries('message_clicked'),
    unsubscribe_rate: share(
      knownOf(did(['message_unsubscribed'])).length,
      knownOf(did(['message_sent'])).length,
    ),
    campaign_conversion: share(knownOf(converted).length, knownOf(campaigns).length),
  };
}
