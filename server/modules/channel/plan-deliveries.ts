import type { SkipReason } from '@siyu/contract/channel';
import { planDecision, type SendWindow } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { channelSetting } from './channel-setting.ts';
import { contactsOfPeople } from './contacts-of-people.ts';
import { decisionColumns } from './decision-columns.ts';
import { type KnownPerson, personFacts } from './person-facts.ts';
import { personZones } from './person-zones.ts';
import type { SendOrder } from './send-order.ts';
import { sendPolicyInForce } from './send-policy.ts';
import { sendWindows } from './send-windows.ts';
import { insertDeliveries } from './store/insert-deliveries.ts';
import { lockPeople } from './store/lock-people.ts';

/** A person whom a send is to decide about. */
export interface Addressee {
  readonly personId: number;
  /** Tells several messages of one send to one person apart: 0, or the triggering event's id. */
  readonly slot: bigint;
  /** Held out for comparison, should the policy let the message through. */
  readonly isHeldOut: boolean;
  /** A reason of the caller's own against it. */
  readonly preset?: SkipReason;
  /** Values of `event.…` variables. */
  readonly context?: Readonly<Record<string, string>>;
}

export interface Decision extends Addressee {
  readonly outcome: SkipReason | 'planned';
  readonly identityId: number | null;
  readonly window: SendWindow;
}

/**
 * Gate one of a send for a chunk of people (a few thousand), inside the caller's transaction: caps are reserved and every
 * reason is stored. Holds the people's shards until the transaction ends, so commit soon. Repeating it changes nothing.
 */
export async function planDeliveries(
  tx: Kysely<unknown>,
  send: SendOrder & { readonly sendId: number },
  people: readonly Addressee[],
  at: Date,
): Promise<readonly Decision[]> {
  const decisions = await decide(tx, send, people, at, 'reserve');
  const isMarketing = send.category === 'marketing';
  await insertDeliveries(tx, { ...send, isMarketing }, at, decisionColumns(decisions));
  return decisions;
}

/** What a send would decide now: the same facts and rules as a plan; nothing is written. `reserve` takes the people's locks. */
export async function decide(
  db: Kysely<unknown>,
  send: SendOrder & { readonly sendId?: number },
  people: readonly Addressee[],
  at: Date,
  mode: 'look' | 'reserve' = 'look',
): Promise<readonly Decision[]> {
  const policy = await sendPolicyInForce(db);
  const windows = await sendWindows(db, policy, send.category, at);
  const personIds = [...new Set(people.map(({ personId }) => personId))];
  const setting = await channelSetting(db, send.channel);
  const facts = await personFacts(db, personIds, send, setting);
  const zones = await personZones(db, personIds);
  // As late as possible, since others wait: gate two asks everything above again, caps only here.
  if (mode === 'reserve') await lockPeople(db, personIds);
  const contactsOf = await contactsOfPeople(db, facts, windows.span);
  const terms = { ...send, validUntil: new Date(at.getTime() + send.validHours * 3_600_000) };
  return people.map((addressee) => {
    const { personId, slot, isHeldOut, preset = null } = addressee;
    const person = facts.get(personId) as KnownPerson;
    const { messages, capped } = contactsOf(personId);
    const window = windows.of(zones.get(personId));
    const isDuplicate = messages.some(
      (message) => message.send_id === send.sendId && message.slot === String(slot),
    );
    const outcome = planDecision(
      { ...person, preset, isDuplicate, isHeldOut, contacts: capped },
      terms,
      policy,
      window,
    );
    if (outcome === 'planned' && send.category === 'marketing') {
      capped.push({ channel: send.channel, day: window.day });
    }
    return { ...addressee, outcome, identityId: person.identityId, window };
  });
}
