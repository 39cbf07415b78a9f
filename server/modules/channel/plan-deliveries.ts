import type { SkipReason } from '@siyu/contract/channel';
import { planDecision, type SendWindow } from '@siyu/engine/channel';
import type { Kysely } from 'kysely';
import { channelSetting } from './channel-setting.ts';
import { type KnownPerson, personFacts } from './person-facts.ts';
import { personZones } from './person-zones.ts';
import type { SendOrder } from './send-order.ts';
import { sendPolicyInForce } from './send-policy.ts';
import { sendWindows } from './send-windows.ts';
import { type DecisionColumns, insertDeliveries } from './store/insert-deliveries.ts';
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
 * reason is stored. Holds the people's shards until the transaction ends, so keep it short. Repeating it changes nothing.
 */
export async function planDeliveries(
  tx: Kysely<unknown>,
  send: SendOrder & { readonly sendId: number },
  people: readonly Addressee[],
  at: Date,
): Promise<readonly Decision[]> {
  await lockPeople(
    tx,
    people.map(({ personId }) => personId),
  );
  const decisions = await decide(tx, send, people, at);
  const isMarketing = send.category === 'marketing';
  await insertDeliveries(tx, { ...send, isMarketing }, at, columnsOf(decisions));
  return decisions;
}

/** What a send would decide now: the same facts and rules as `planDeliveries`, nothing reserved or written. */
export async function decide(
  db: Kysely<unknown>,
  send: SendOrder & { readonly sendId?: number },
  people: readonly Addressee[],
  at: Date,
): Promise<readonly Decision[]> {
  const policy = await sendPolicyInForce(db);
  const windows = await sendWindows(db, policy, send.category, at);
  const personIds = [...new Set(people.map(({ personId }) => personId))];
  const setting = await channelSetting(db, send.channel);
  const facts = await personFacts(db, personIds, send, setting, windows.span);
  const zones = await personZones(db, personIds);
  const terms = { ...send, validUntil: new Date(at.getTime() + send.validHours * 3_600_000) };
  return people.map((addressee) => {
    const { personId, slot, isHeldOut, preset = null } = addressee;
    const person = facts.get(personId) as KnownPerson;
    const window = windows.of(zones.get(personId));
    const isDuplicate = person.messages.some(
      (message) => message.send_id === send.sendId && message.slot === String(slot),
    );
    const outcome = planDecision(
      { ...person, preset, isDuplicate, isHeldOut },
      terms,
      policy,
      window,
    );
    if (outcome === 'planned' && send.category === 'marketing') {
      person.contacts.push({ channel: send.channel, day: window.day });
    }
    return { ...addressee, outcome, identityId: person.address?.identityId ?? null, window };
  });
}

function columnsOf(decisions: readonly Decision[]): DecisionColumns {
  const columns: DecisionColumns = {
    personIds: [],
    slots: [],
    identityIds: [],
    reasons: [],
    days: [],
    dueAt: [],
    contexts: [],
  };
  const instants = new Map<SendWindow, string>();
  for (const { personId, slot, identityId, outcome, window, context } of decisions) {
    const isPlanned = outcome === 'planned';
    const dueAt = instants.get(window) ?? window.dueAt.toISOString();
    instants.set(window, dueAt);
    columns.personIds.push(personId);
    columns.slots.push(String(slot));
    columns.identityIds.push(identityId);
    columns.reasons.push(isPlanned ? null : outcome);
    columns.days.push(isPlanned ? window.day : null);
    columns.dueAt.push(dueAt);
    columns.contexts.push(context ? JSON.stringify(context) : null);
  }
  return columns;
}
