import type { IdentifierKind } from '@siyu/contract/identity';
import * as spelled from './identifiers.ts';
import { never, type Person } from './person.ts';

/** An identifier that truly belongs to a human. */
export interface TrueIdentifier {
  readonly kind: IdentifierKind;
  readonly value: string;
}

// Places where a person has a visitor number.
export const place = { miniProgram: 1, app: 2 } as const;

/** The person's phone on a day. Each person has two numbers in reserve; a recycled one is its former owner's first. */
export function phoneOn(seed: number, person: Person, day: number): string {
  if (person.recycledFrom >= 0) return spelled.phoneNumber(seed, person.recycledFrom * 2);
  return spelled.phoneNumber(seed, person.index * 2 + (day >= person.phoneChangeDay ? 1 : 0));
}

/** Which install of the app is in use: whoever borrows a tablet acts under its owner's visitor number and device. */
export const appOwner = (person: Person): number =>
  person.sharesDeviceOf >= 0 ? person.sharesDeviceOf : person.index;

/** Every identifier under which this human may appear. A shared tablet is listed for both who use it. */
export function identifiersOf(seed: number, person: Person): readonly TrueIdentifier[] {
  const { index, uses } = person;
  const list: TrueIdentifier[] = [];
  const add = (kind: IdentifierKind, value: string): void => {
    list.push({ kind, value });
  };
  if (uses.miniProgram) {
    add('anonymous_id', spelled.anonymousId(seed, index, place.miniProgram, 0));
    add('anonymous_id', spelled.anonymousId(seed, index, place.miniProgram, 1));
    add('openid', spelled.openid(seed, index));
  }
  if ((uses.miniProgram || person.wecomDay !== never) && person.sharesUnionid)
    add('unionid', spelled.unionid(seed, index));
  if (uses.app) {
    add('anonymous_id', spelled.anonymousId(seed, appOwner(person), place.app, 0));
    add('device_id', spelled.deviceId(seed, appOwner(person)));
  }
  if (uses.tmall) add('tmall_id', spelled.tmallId(index));
  if (uses.jd) add('jd_id', spelled.jdId(seed, index));
  if (person.wecomDay !== never) add('external_userid', spelled.externalUserid(seed, index));
  add('phone', phoneOn(seed, person, -1));
  if (person.memberDay !== never) {
    add('user_id', spelled.memberNumber(index));
    add('member_card', spelled.memberCard(index));
    if (person.phoneChangeDay !== never) add('phone', phoneOn(seed, person, person.phoneChangeDay));
    if (person.email === 'own') add('email', spelled.emailAddress(seed, index));
  }
  return list;
}
