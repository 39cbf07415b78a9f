import { categories } from '../brand/catalogue.ts';
import { stores } from '../brand/organisation.ts';
import { cities } from '../brand/places.ts';
import { byWeight, type Dice, dice } from '../dice.ts';

/** Marketing channels a person may agree to. */
export const consentChannels = ['sms', 'email', 'wecom', 'mini_program', 'app_push'] as const;
export type ConsentChannel = (typeof consentChannels)[number];

/**
 * A human as they truly are. Days count from the start of the played window; negative ones lie before it. `never` stands
 * for a day that does not come.
 */
export interface Person {
  readonly index: number;
  readonly female: boolean;
  readonly birthYear: number;
  readonly birthDayOfYear: number;
  /** Place in `cities`. */
  readonly city: number;
  /** Place in `stores` of the store they go to; -1 when there is none in their city. */
  readonly store: number;
  /** First contact; registration as a member; the day from which they are silent. */
  readonly joinDay: number;
  readonly memberDay: number;
  readonly silentDay: number;
  readonly uses: {
    readonly miniProgram: boolean;
    readonly app: boolean;
    readonly tmall: boolean;
    readonly jd: boolean;
    readonly store: boolean;
  };
  /** The day they add a guide in WeCom, and the day they delete the guide. */
  readonly wecomDay: number;
  readonly wecomLeaveDay: number;
  /** Membership bound in the marketplace, so that their phone is known there. */
  readonly bound: { readonly tmall: boolean; readonly jd: boolean };
  readonly sharesUnionid: boolean;
  /** `junk`: registered with an address that many give. */
  readonly email: 'none' | 'own' | 'junk';
  /** The day a member moves to a second phone number. */
  readonly phoneChangeDay: number;
  /** Whose first number this person was given by the operator, after that person went silent; -1: none. */
  readonly recycledFrom: number;
  /** Whose tablet this person uses for the app; -1: their own device. */
  readonly sharesDeviceOf: number;
  /** Sessions on an ordinary day, and how much more than others they buy (mean 1). */
  readonly activity: number;
  readonly spend: number;
  /** Places in `categories` they like, favourite first. */
  readonly taste: readonly number[];
  readonly consents: readonly ConsentChannel[];
  /** The day they withdraw their agreement to text messages. */
  readonly withdrawDay: number;
}

export const never = 1e9;

const drawCity = byWeight(
  cities.map((city, place) => ({ place, weight: city.weight })),
  (city) => city.weight,
);
const drawCategory = byWeight(
  categories.map((category, place) => ({ place, weight: category.weight })),
  (category) => category.weight,
);
const firstTouch = byWeight(
  [
    { touch: 'mini_program', weight: 36 },
    { touch: 'tmall', weight: 22 },
    { touch: 'store', weight: 16 },
    { touch: 'jd', weight: 10 },
    { touch: 'app', weight: 16 },
  ] as const,
  (item) => item.weight,
);

/** Households: this person and the next share a tablet; and this person's number is given to the next. */
const lendsDevice = (index: number): boolean => index % 48 === 20;
const losesNumber = (index: number): boolean => index % 150 === 70;

/** Makes the same person for the same seed and index, alone of all others. `days`: length of the window. */
export function createPerson(seed: number, index: number, days: number): Person {
  const draw = dice(seed, 1, index);
  const borrows = lendsDevice(index - 1);
  const lends = lendsDevice(index);
  const inherits = losesNumber(index - 1) && days >= 150;
  const loses = losesNumber(index) && days >= 150;
  const first = firstTouch(draw).touch;
  const cityPlace = drawCity(
    lends || borrows ? dice(seed, 2, borrows ? index - 1 : index) : draw,
  ).place;
  const local = localStores(cityPlace);
  const uses = {
    miniProgram: inherits || loses || first === 'mini_program' || draw.chance(0.38),
    app: lends || borrows || first === 'app' || draw.chance(0.12),
    tmall: first === 'tmall' || draw.chance(0.14),
    jd: first === 'jd' || draw.chance(0.08),
    store: local.length > 0 && (first === 'store' || draw.chance(0.2)),
  };
  const known = draw.chance(0.6);
  const joinDay = joinOn(draw, { inherits, loses, days });
  const owned = lends || borrows || inherits || loses;
  const isMember = owned || (known && (uses.miniProgram || uses.app || uses.store));
  const memberDay = !isMember
    ? never
    : inherits || loses
      ? joinDay
      : joinDay + (draw.chance(0.55) ? 0 : draw.between(1, 40));
  const wecomDay = draw.chance(isMember ? 0.34 : 0.06)
    ? Math.max(joinDay, memberDay === never ? 0 : memberDay) + draw.between(0, 60)
    : never;
  const email = !isMember || !draw.chance(0.34) ? 'none' : draw.chance(0.03) ? 'junk' : 'own';
  const consents = isMember
    ? consentChannels.filter((channel) => agrees(draw, channel, email))
    : [];
  return {
    index,
    female: draw.chance(0.58),
    birthYear: Math.round(1988 + draw.normal() * 9),
    birthDayOfYear: draw.below(365),
    city: cityPlace,
    store: local.length > 0 ? draw.pick(local) : -1,
    joinDay,
    memberDay,
    silentDay: silentFrom(draw, { loses, inherits, joinDay, days }),
    uses,
    wecomDay,
    wecomLeaveDay: draw.chance(0.12) ? wecomDay + draw.between(5, 120) : never,
    bound: {
      tmall: isMember && uses.tmall && draw.chance(0.45),
      jd: isMember && uses.jd && draw.chance(0.3),
    },
    sharesUnionid: draw.chance(0.8),
    email,
    phoneChangeDay:
      isMember && !inherits && !loses && draw.chance(0.015) ? draw.between(10, days) : never,
    recycledFrom: inherits ? index - 1 : -1,
    sharesDeviceOf: borrows ? index - 1 : -1,
    activity: 0.0275 * draw.logNormal(1.05) * (isMember ? 1.25 : 0.6),
    spend: draw.logNormal(1.25),
    taste: [drawCategory(draw).place, drawCategory(draw).place, drawCategory(draw).place],
    consents,
    withdrawDay: consents.includes('sms') && draw.chance(0.05) ? draw.between(5, days) : never,
  };
}

const storesByCity = new Map<number, readonly number[]>();
function localStores(cityPlace: number): readonly number[] {
  const known = storesByCity.get(cityPlace);
  if (known) return known;
  const name = cities[cityPlace]?.zh;
  const places = stores.flatMap((store, place) => (store.city === name ? [place] : []));
  storesByCity.set(cityPlace, places);
  return places;
}

function joinOn(draw: Dice, of: { inherits: boolean; loses: boolean; days: number }): number {
  if (of.inherits) return draw.between(of.days - 40, of.days - 5);
  if (of.loses || draw.chance(0.58)) return -draw.between(1, 520);
  return draw.below(of.days);
}

function silentFrom(
  draw: Dice,
  of: { loses: boolean; inherits: boolean; joinDay: number; days: number },
): number {
  if (of.loses) return 5;
  if (of.inherits) return never;
  if (draw.chance(0.3)) return of.joinDay + 3 + Math.floor(-Math.log(1 - draw.next()) * 45);
  return draw.chance(0.35) ? of.joinDay + 90 + draw.below(of.days * 2) : never;
}

const agreement: Readonly<Record<ConsentChannel, number>> = {
  sms: 0.72,
  email: 0.8,
  wecom: 0.9,
  mini_program: 0.66,
  app_push: 0.5,
};
const agrees = (draw: Dice, channel: ConsentChannel, email: Person['email']): boolean =>
  draw.chance(agreement[channel]) && (channel !== 'email' || email !== 'none');
