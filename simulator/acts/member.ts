import type { Buyer } from '@siyu/contract/commerce';
import { stores } from '../brand/organisation.ts';
import { cities } from '../brand/places.ts';
import type { Touchpoint } from '../brand/touchpoints.ts';
import { localDate, localTime } from '../calendar.ts';
import { dice } from '../dice.ts';
import * as spelled from '../people/identifiers.ts';
import type { Life } from '../people/life.ts';
import { fullName } from '../people/names.ts';
import { consentChannels, type Person } from '../people/person.ts';
import { phoneOn } from '../people/truth.ts';
import type { Stage } from '../stage.ts';

/** A person's own name: the same whenever it is asked for. */
export const nameOf = (seed: number, person: Person): string =>
  fullName(dice(seed, 4, person.index), person.female);

export const birthdayOf = (person: Person): string =>
  localDate(Date.UTC(person.birthYear, 0, 1 + person.birthDayOfYear));

/** The version of the privacy notice that members agreed to. */
export const noticeVersion = '2026-01';

/** The choices a member makes at registration, each with its evidence. */
const consentActs = (person: Person, at: number, form: string) =>
  consentChannels
    .filter((channel) => person.consents.includes(channel))
    .map((channel) => ({
      purpose: 'marketing',
      channel,
      state: 'granted' as const,
      at: localTime(at),
      evidence: { form, notice: noticeVersion, checkbox: true },
    }));

/** What a registration form asks, as traits. */
export function memberTraits(stage: Stage, person: Person): Readonly<Record<string, unknown>> {
  const { seed } = stage.settings;
  const city = cities[person.city];
  const store = stores[person.store];
  return {
    phone: phoneOn(seed, person, stage.day),
    name: nameOf(seed, person),
    gender: person.female ? 'female' : 'male',
    birthday: birthdayOf(person),
    city: city?.zh,
    province: city?.province,
    member_card: spelled.memberCard(person.index),
    ...(person.email === 'own' ? { email: spelled.emailAddress(seed, person.index) } : {}),
    ...(person.email === 'junk' ? { email: 'test@test.com' } : {}),
    ...(store === undefined ? {} : { store: store.code }),
  };
}

/** Becomes a member at a touchpoint: one identify with the form's content, one event. */
export function register(
  stage: Stage,
  life: Life,
  touchpoint: Touchpoint,
  at: number,
  visitor: { readonly anonymousId?: string; readonly context?: Readonly<Record<string, unknown>> },
): void {
  life.registered = true;
  const { person } = life;
  const userId = spelled.memberNumber(person.index);
  stage.say(life, touchpoint, at, {
    type: 'identify',
    userId,
    ...visitor,
    traits: {
      ...memberTraits(stage, person),
      member_since: localTime(at),
      acquisition_channel: touchpoint,
      consents: consentActs(person, at, `${touchpoint}_register`),
    },
  });
  stage.say(life, touchpoint, at + 800, {
    type: 'track',
    event: 'Signed Up',
    userId,
    ...visitor,
    properties: { method: touchpoint === 'pos' ? 'store' : 'phone' },
  });
}

/** Whether it is time to register: members do so at their first visit from their day on. */
export const isDueToRegister = (stage: Stage, life: Life): boolean =>
  !life.registered && stage.day >= life.person.memberDay;

/** What a shop's own system knows of a buyer: the member number and phone of a member, else what the channel gives. */
export function ownBuyer(stage: Stage, life: Life, channelIdentifier: Buyer): Buyer {
  if (!life.registered) return channelIdentifier;
  return [
    { kind: 'user_id', value: spelled.memberNumber(life.person.index) },
    { kind: 'phone', value: phoneOn(stage.settings.seed, life.person, stage.day) },
    ...channelIdentifier,
  ];
}
