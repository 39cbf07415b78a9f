import { byWeight, type Dice } from './dice.ts';

export const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** The brand lives in one zone without daylight saving: Asia/Shanghai. */
const shanghaiOffsetMs = 8 * hourMs;

/** The start (UTC milliseconds) of the Shanghai day that holds this instant. */
export const startOfDay = (at: number): number =>
  Math.floor((at + shanghaiOffsetMs) / dayMs) * dayMs - shanghaiOffsetMs;

/** Local date `YYYY-MM-DD` of an instant. */
export const localDate = (at: number): string =>
  new Date(at + shanghaiOffsetMs).toISOString().slice(0, 10);

/** ISO 8601 with the zone's offset, as a Chinese system writes it. */
export const localTime = (at: number): string =>
  `${new Date(at + shanghaiOffsetMs).toISOString().slice(0, -1)}+08:00`;

/** How a day differs from an ordinary one: factors on visits, on orders and on what is taken off the price. */
export interface Season {
  readonly visits: number;
  readonly orders: number;
  readonly marketplaceOrders: number;
  /** Share taken off list prices, in basis points. */
  readonly discountBp: number;
}

const lunarDate = new Intl.DateTimeFormat('en-u-ca-chinese', {
  timeZone: 'UTC',
  month: 'numeric',
  day: 'numeric',
});

/** Days until the next lunar new year (Spring Festival), up to 30; null when it is further away. */
function daysToSpringFestival(dayStart: number): number | null {
  for (let days = 0; days <= 30; days++) {
    if (lunarDate.format(dayStart + shanghaiOffsetMs + days * dayMs) === '1/1') return days;
  }
  return null;
}

// Sunday first. Retail is liveliest at the weekend; the dip is Tuesday and Wednesday.
const weekdayFactor = [1.22, 0.94, 0.88, 0.89, 0.95, 1.06, 1.25];

const festival = (month: number, day: number): Season | null => {
  if (month === 6 && day === 18)
    return { visits: 2.6, orders: 4.2, marketplaceOrders: 8, discountBp: 1500 };
  if (month === 6 && day <= 20)
    return { visits: 1.4, orders: 1.6, marketplaceOrders: 2.2, discountBp: 1000 };
  if (month === 11 && day === 11)
    return { visits: 3, orders: 5, marketplaceOrders: 12, discountBp: 1800 };
  if ((month === 10 && day >= 24) || (month === 11 && day <= 12)) {
    return { visits: 1.5, orders: 1.7, marketplaceOrders: 2.6, discountBp: 1200 };
  }
  if (month === 12 && day === 12)
    return { visits: 1.8, orders: 2.2, marketplaceOrders: 4, discountBp: 1200 };
  if (month === 10 && day <= 7)
    return { visits: 1.2, orders: 1.2, marketplaceOrders: 1.1, discountBp: 600 };
  return null;
};

const springFestival = (days: number | null, daysSince: number | null): Season | null => {
  if (daysSince !== null && daysSince < 7)
    return { visits: 0.45, orders: 0.3, marketplaceOrders: 0.25, discountBp: 300 };
  if (days !== null && days <= 24 && days > 4)
    return { visits: 1.3, orders: 1.5, marketplaceOrders: 1.6, discountBp: 900 };
  if (days !== null && days <= 4)
    return { visits: 0.7, orders: 0.4, marketplaceOrders: 0.3, discountBp: 300 };
  return null;
};

/** The season of the Shanghai day that starts at `dayStart`. */
export function seasonOf(dayStart: number): Season {
  const local = new Date(dayStart + shanghaiOffsetMs);
  const month = local.getUTCMonth() + 1;
  const week = weekdayFactor[local.getUTCDay()] as number;
  // Spring Festival falls between 21 January and 20 February.
  const nearIt = month === 12 || month <= 2;
  const ahead = nearIt ? daysToSpringFestival(dayStart) : null;
  let since: number | null = null;
  if (nearIt) {
    for (let days = 0; days < 7; days++) {
      if (lunarDate.format(local.getTime() - days * dayMs) === '1/1') since = days;
    }
  }
  const special = festival(month, local.getUTCDate()) ?? springFestival(ahead, since);
  const factor = special ?? { visits: 1, orders: 1, marketplaceOrders: 1, discountBp: 400 };
  return {
    visits: factor.visits * week,
    orders: factor.orders,
    marketplaceOrders: factor.marketplaceOrders * week,
    discountBp: factor.discountBp,
  };
}

const onlineHours = [
  1.2, 0.6, 0.3, 0.2, 0.2, 0.3, 0.8, 1.8, 2.8, 3.6, 4.2, 4.4, 5.6, 5, 4, 3.8, 3.9, 4.1, 4.8, 6.2,
  8.2, 8.8, 6.4, 3,
];
const storeHours = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 6, 5, 6, 8, 9, 9, 8, 7, 8, 6, 2, 0, 0];

const hourByWeight = (weights: readonly number[]) => {
  const draw = byWeight(
    weights.map((weight, hour) => ({ hour, weight })),
    (item) => item.weight,
  );
  return (source: Dice): number => (draw(source).hour + source.next()) * hourMs;
};

/** Milliseconds after midnight at which somebody goes online: peaks at noon and from eight to ten in the evening. */
export const onlineTime = hourByWeight(onlineHours);

/** Milliseconds after midnight at which somebody enters a store, between ten and ten. */
export const storeTime = hourByWeight(storeHours);
