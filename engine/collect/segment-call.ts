import type { ConsentAct, Message, StatedIdentifier } from '@siyu/contract/collect';
import { type IdentifierKind, identifierKinds } from '@siyu/contract/identity';
import { eventName } from './event-name.ts';

export const segmentTypes = ['track', 'identify', 'page', 'screen', 'group', 'alias'] as const;
export type SegmentType = (typeof segmentTypes)[number];

/** What the edge knows beside the call's own body. Times are milliseconds since 1970. */
export interface EdgeCall {
  readonly receivedAt: number;
  /** The batch's `sentAt`; corrects the clock of the device. Absent for historical imports. */
  readonly sentAt?: number;
  /** Makes an id for a call that brings no `messageId`. */
  readonly fallbackId: () => string;
}

/** A call that is kept in quarantine: `reason` is a stable code, `detail` says what was found and what was expected. */
export interface EdgeRejection {
  readonly reason:
    | 'type_unknown'
    | 'nobody_named'
    | 'event_missing'
    | 'time_unreadable'
    | 'not_an_object'
    | 'too_large';
  readonly detail: string;
}

/** A device clock may run ahead; what claims to be later than this after its receipt happened when it was received. */
const futureToleranceMs = 5 * 60_000;
const earliest = Date.UTC(2000, 0, 1);
const longestName = 200;

type Bag = Readonly<Record<string, unknown>>;
const bagOf = (value: unknown): Bag | undefined =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Bag) : undefined;
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' && Number.isFinite(value)
      ? String(value)
      : undefined;

/** Traits that are identifiers wherever they are stated. */
const identifyingTraits = (Object.keys(identifierKinds) as IdentifierKind[]).filter(
  (kind) => kind !== 'user_id' && kind !== 'anonymous_id' && kind !== 'device_id',
);

/**
 * Reads one call of the Segment spec (track, identify, page, screen, group, alias) as a message.
 * `traits.consents` may hold consent acts; `context.device.id` is an identifier; identifying traits are taken as such.
 */
export function readSegmentCall(
  raw: unknown,
  type: string,
  edge: EdgeCall,
): Message | EdgeRejection {
  const call = bagOf(raw);
  if (!call) return { reason: 'not_an_object', detail: 'A call must be a JSON object.' };
  if (!segmentTypes.includes(type as SegmentType)) {
    return {
      reason: 'type_unknown',
      detail: `type is ${JSON.stringify(type)}; expected one of ${segmentTypes.join(', ')}.`,
    };
  }
  const time = timeOf(call.timestamp, edge);
  if (time === undefined) {
    return {
      reason: 'time_unreadable',
      detail: `timestamp is ${JSON.stringify(call.timestamp)}; expected ISO 8601 since 2000, e.g. 2026-11-22T08:00:00Z.`,
    };
  }
  const context = bagOf(call.context) ?? {};
  const traits = bagOf(call.traits) ?? bagOf(context.traits);
  const identifiers = identifiersOf(call, type, traits, context);
  if (identifiers.length === 0) {
    return {
      reason: 'nobody_named',
      detail: 'Neither userId nor anonymousId nor another identifier is given.',
    };
  }
  const event = nameOf(call, type);
  if (event === '')
    return {
      reason: 'event_missing',
      detail: 'A track call needs a non-empty event of at most 200 characters.',
    };
  const consents = type === 'identify' ? consentsOf(traits?.consents) : [];
  const properties = propertiesOf(call, type, context);
  return {
    messageId: textOf(call.messageId)?.slice(0, 200) || edge.fallbackId(),
    type: type as SegmentType,
    time,
    identifiers,
    ...(event === undefined ? {} : { event }),
    ...(Object.keys(properties).length > 0 ? { properties } : {}),
    ...(type === 'identify' && traits ? { traits: plainTraits(traits) } : {}),
    ...(consents.length > 0 ? { consents } : {}),
    ...(typeof context.store === 'string' ? { org: context.store } : {}),
  };
}

function timeOf(stated: unknown, edge: EdgeCall): string | undefined {
  if (stated === undefined || stated === null) return new Date(edge.receivedAt).toISOString();
  const at =
    typeof stated === 'number'
      ? stated
      : typeof stated === 'string'
        ? Date.parse(stated)
        : Number.NaN;
  if (!Number.isFinite(at) || at < earliest) return undefined;
  const skew = edge.sentAt === undefined ? 0 : edge.receivedAt - edge.sentAt;
  const corrected = at + skew;
  return new Date(
    corrected > edge.receivedAt + futureToleranceMs ? edge.receivedAt : corrected,
  ).toISOString();
}

function identifiersOf(
  call: Bag,
  type: string,
  traits: Bag | undefined,
  context: Bag,
): StatedIdentifier[] {
  const found: StatedIdentifier[] = [];
  const add = (kind: IdentifierKind, stated: unknown) => {
    const value = textOf(stated);
    if (value !== undefined && value !== '') found.push({ kind, value });
  };
  add('user_id', call.userId);
  if (type === 'alias') add('anonymous_id', call.previousId);
  add('anonymous_id', call.anonymousId);
  if (traits) for (const kind of identifyingTraits) add(kind, traits[kind]);
  add('device_id', bagOf(context.device)?.id);
  return found;
}

function nameOf(call: Bag, type: string): string | undefined {
  switch (type) {
    case 'track': {
      const name = typeof call.event === 'string' ? eventName(call.event) : '';
      return name.length > longestName ? '' : name;
    }
    case 'page':
      return 'page_viewed';
    case 'screen':
      return 'screen_viewed';
    case 'group':
      return 'group_joined';
    default:
      return undefined;
  }
}

function propertiesOf(call: Bag, type: string, context: Bag): Bag {
  const own = bagOf(call.properties) ?? {};
  const page = type === 'page' ? bagOf(context.page) : undefined;
  const campaign = bagOf(context.campaign);
  return {
    ...(page ? { path: page.path, title: page.title, referrer: page.referrer } : {}),
    ...(textOf(call.name) !== undefined && type !== 'track' ? { name: call.name } : {}),
    ...(type === 'group' ? { group_id: call.groupId, ...bagOf(call.traits) } : {}),
    ...(campaign
      ? { utm_source: campaign.source, utm_medium: campaign.medium, utm_campaign: campaign.name }
      : {}),
    ...own,
  };
}

/** Traits without the identifiers and consents, which have places of their own. */
function plainTraits(traits: Bag): Bag {
  const named = new Set<string>([...identifyingTraits, 'consents']);
  return Object.fromEntries(Object.entries(traits).filter(([name]) => !named.has(name)));
}

function consentsOf(stated: unknown): ConsentAct[] {
  if (!Array.isArray(stated)) return [];
  return stated.flatMap((entry) => {
    const act = bagOf(entry);
    const isAct =
      typeof act?.purpose === 'string' &&
      typeof act.channel === 'string' &&
      (act.state === 'granted' || act.state === 'withdrawn');
    if (!act || !isAct) return [];
    return [
      {
        purpose: act.purpose as string,
        channel: act.channel as string,
        state: act.state as ConsentAct['state'],
        evidence: (bagOf(act.evidence) ?? {}) as ConsentAct['evidence'],
        ...(typeof act.at === 'string' ? { at: act.at } : {}),
        ...(typeof act.org === 'string' ? { org: act.org } : {}),
      },
    ];
  });
}
