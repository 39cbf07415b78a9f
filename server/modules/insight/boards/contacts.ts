import { orderMoneyEvents } from '@siyu/contract/commerce';
import { type ContactGroup, type ContactList, contactListNames } from '@siyu/contract/insight';
import type { Rule } from '@siyu/contract/segment';
import { peopleOfMetric, periodsOf } from '@siyu/engine/insight';
import { printRule } from '@siyu/engine/segment';
import type { Actor, Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { describePeople, ruleMoment, ruleSources } from '../../profile/index.ts';
import { ask, inPairs } from '../ask.ts';
import { headSql } from '../people/people-sql.ts';
import { insightScope } from '../scope.ts';
import { remember } from './remembered.ts';

const firstShown = 5;
const newForDays = 7;
/** Minor units within a year that make somebody worth a call, and how long without a visit or order is asleep. */
const highValue = 300_000;
const asleepDays = 60;

/** What a customer does when awake, online or in a shop. */
const signsOfLife = [
  'page_viewed',
  'screen_viewed',
  'app_opened',
  'mini_program_opened',
  'signed_in',
  'product_viewed',
  'product_added',
  'cart_viewed',
  'checkout_started',
  'order_placed',
  'coupon_claimed',
  'store_visited',
  'live_watched',
  'guide_chatted',
  'contact_added',
  'service_requested',
  'message_opened',
  'message_clicked',
  'message_replied',
];

const rules: Readonly<Record<Exclude<ContactList, 'new_members'>, Rule>> = {
  birthdays: {
    kind: 'and',
    of: [
      { kind: 'known' },
      {
        kind: 'trait',
        trait: 'birthday_month_day',
        test: { op: 'anniversary', from: 0, to: 6 },
      },
    ],
  },
  asleep: {
    kind: 'and',
    of: [
      { kind: 'known' },
      {
        kind: 'event',
        events: [...orderMoneyEvents],
        window: { kind: 'last', days: 365 },
        measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
        test: { op: 'gte', value: highValue },
      },
      {
        kind: 'event',
        events: signsOfLife,
        window: { kind: 'last', days: asleepDays },
        measure: { of: 'count' },
        test: { op: 'eq', value: 0 },
      },
    ],
  },
};

/** SELECT of one column `p`: the people of a contact list in a data scope. */
export async function peopleOfContacts(
  platform: Platform,
  scope: Scope,
  list: ContactList,
): Promise<string> {
  const moment = await ruleMoment(platform);
  if (list === 'new_members') {
    const { now } = periodsOf({ kind: 'last', days: newForDays }, 'day', moment);
    return peopleOfMetric('new_people', await insightScope(platform, scope), now) as string;
  }
  const rule = rules[list];
  const { sources } = await ruleSources(platform, scope, [rule]);
  const printed = printRule(rule, sources, moment);
  return `SELECT arrayJoin(bitmapToArray(people)) AS p FROM (${printed.bitmap})`;
}

/** The lists of people to get in touch with, each with its size and first people. */
export async function readContacts(
  platform: Platform,
  actor: Actor,
  block: number,
): Promise<readonly ContactGroup[]> {
  const found = await remember(platform, actor.scope, block, 'contacts', () =>
    inPairs(contactListNames, async (list) => {
      const sql = headSql(await peopleOfContacts(platform, actor.scope, list), firstShown);
      const [head] = await ask<{ people: number; first: number[] }>(
        platform,
        'insight.contacts',
        sql,
      );
      return { list, people: head?.people ?? 0, first: head?.first ?? [] };
    }),
  );
  return Promise.all(
    found.map(async ({ list, people, first }) => ({
      list,
      people,
      first: [...(await describePeople(platform, first, actor))],
    })),
  );
}
