import { type Static, Type } from 'typebox';
import { channelKind, messageCategory } from '../content/schemas.ts';
import {
  deliveryStateNames,
  reactionNames,
  skipReasonNames,
  suppressionReasonNames,
} from './reasons.ts';

const instant = Type.String({ format: 'date-time' });
const nullable = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

export const deliveryId = Type.String({ pattern: '^dlv_[0-9a-z]+$' });
export const deliveryState = Type.Enum([...deliveryStateNames]);
export const skipReason = Type.Enum([...skipReasonNames]);
export const suppressionReason = Type.Enum([...suppressionReasonNames]);

/** One input of a provider's settings form; the console draws the form from it. */
export const settingField = Type.Object({
  name: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  type: Type.Enum(['text', 'number', 'boolean', 'choice', 'secret']),
  required: Type.Boolean(),
  choices: Type.Optional(Type.Array(Type.String())),
  default: Type.Optional(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
});
export type SettingField = Static<typeof settingField>;

export const provider = Type.Object({
  name: Type.String(),
  zh: Type.String(),
  en: Type.String(),
  sandbox: Type.Boolean({ description: 'Nothing leaves the house' }),
  channels: Type.Array(channelKind),
  fields: Type.Array(settingField),
  ratePerSecond: Type.Integer({ description: 'Its default limit' }),
});
export type Provider = Static<typeof provider>;

const settingValue = Type.Union([Type.String(), Type.Number(), Type.Boolean()]);

export const channel = Type.Object({
  kind: channelKind,
  zh: Type.String(),
  en: Type.String(),
  provider: Type.String(),
  mode: Type.Enum(['test', 'live'], {
    description:
      'test: a real provider sends only to people on the white list; the sandbox ignores it',
  }),
  settings: Type.Record(Type.String(), settingValue),
  secretsSet: Type.Array(Type.String(), { description: 'Names of secrets that are stored' }),
  ratePerSecond: Type.Integer(),
  stopped: Type.Boolean(),
  waiting: Type.Integer({ description: 'Planned deliveries' }),
  inFlight: Type.Integer({ description: 'Claimed or being sent at this moment' }),
  receipts: Type.Array(Type.Enum(['delivered', 'opened', 'clicked', 'replied'])),
  changedAt: nullable(instant),
});
export type Channel = Static<typeof channel>;

export const channelChange = Type.Object({
  provider: Type.Optional(Type.String()),
  mode: Type.Optional(Type.Enum(['test', 'live'])),
  settings: Type.Optional(Type.Record(Type.String(), settingValue)),
  secrets: Type.Optional(
    Type.Record(Type.String(), nullable(Type.String()), {
      description: 'Only those to change; null takes one away',
    }),
  ),
  ratePerSecond: Type.Optional(Type.Integer({ minimum: 1, maximum: 10_000 })),
});
export type ChannelChange = Static<typeof channelChange>;

/** A person as lists show them: the name masked by the caller's role. */
export const personRef = Type.Object({ id: Type.String(), name: nullable(Type.String()) });
export type PersonRef = Static<typeof personRef>;

export const delivery = Type.Object({
  id: deliveryId,
  person: nullable(personRef),
  channel: channelKind,
  category: messageCategory,
  campaign: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  template: Type.String(),
  templateVersion: Type.Integer(),
  provider: nullable(Type.String()),
  state: deliveryState,
  reason: nullable(skipReason),
  skippedAt: nullable(Type.Enum(['plan', 'claim'])),
  attempts: Type.Integer(),
  error: nullable(Type.String({ description: 'The provider’s last answer' })),
  plannedAt: instant,
  dueAt: instant,
  sentAt: nullable(instant),
  deliveredAt: nullable(instant),
  openedAt: nullable(instant),
  clickedAt: nullable(instant),
  repliedAt: nullable(instant),
  failedAt: nullable(instant),
  unsubscribedAt: nullable(instant),
});
export type Delivery = Static<typeof delivery>;

export const inboxEntry = Type.Object({
  id: deliveryId,
  person: nullable(personRef),
  address: Type.String({ description: 'Masked' }),
  channel: channelKind,
  campaign: nullable(Type.Object({ id: Type.String(), name: Type.String() })),
  subject: Type.String(),
  excerpt: Type.String({ description: 'Beginning of the text' }),
  hidden: Type.Boolean({
    description: 'The caller may not see personal data, so subject, excerpt and body are empty',
  }),
  receivedAt: instant,
  openedAt: nullable(instant),
  clickedAt: nullable(instant),
  unsubscribedAt: nullable(instant),
});
export type InboxEntry = Static<typeof inboxEntry>;

export const inboxMessage = Type.Object({
  ...inboxEntry.properties,
  format: Type.Enum(['text', 'html']),
  body: Type.String(),
  links: Type.Array(
    Type.Object({ number: Type.Integer(), url: Type.String(), clickedAt: nullable(instant) }),
  ),
});
export type InboxMessage = Static<typeof inboxMessage>;

export const suppression = Type.Object({
  id: Type.String({ pattern: '^sup_[0-9a-z]+$' }),
  channel: channelKind,
  reason: suppressionReason,
  person: nullable(personRef),
  note: Type.String(),
  since: instant,
});
export type Suppression = Static<typeof suppression>;

export const stopStatus = Type.Object({
  stopped: Type.Boolean({ description: 'Everything outgoing stands still' }),
  stoppedChannels: Type.Array(channelKind),
  since: nullable(instant),
  by: nullable(Type.String()),
  reason: nullable(Type.String()),
  waiting: Type.Integer({ description: 'Planned and not yet claimed' }),
  inFlight: Type.Integer({
    description:
      'Already handed on: these cannot be called back and are listed as deliveries in state sending',
  }),
  channels: Type.Array(
    Type.Object({ channel: channelKind, waiting: Type.Integer(), inFlight: Type.Integer() }),
  ),
});
export type StopStatus = Static<typeof stopStatus>;

export const reaction = Type.Enum([...reactionNames]);
