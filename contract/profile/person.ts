import { type Static, Type } from 'typebox';

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);

/** One line of a list of people, as the caller's role may see it. */
export const PersonLine = Type.Object({
  person: Type.String({ description: 'per_…' }),
  title: Type.String({ description: 'Masked name, else the strongest identifier' }),
  phone: orNull(Type.String()),
  email: orNull(Type.String()),
  city: orNull(Type.String()),
  known: Type.Boolean({ description: 'False for a visitor who never said who it is' }),
  source: Type.String({ description: 'Name of the source that met the person first' }),
  createdAt: Type.String(),
  lastSeenAt: Type.String(),
});
export type PersonLine = Static<typeof PersonLine>;

const Identifier = Type.Object({
  kind: Type.String(),
  kindZh: Type.String(),
  kindEn: Type.String(),
  value: Type.String({ description: 'Masked' }),
  source: Type.String(),
  since: Type.String(),
});

const Trait = Type.Object({
  name: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  value: Type.Union([
    Type.String(),
    Type.Number(),
    Type.Boolean(),
    Type.Array(Type.Union([Type.String(), Type.Number()])),
  ]),
  personal: Type.Boolean(),
  source: Type.String(),
  at: Type.String(),
});

const Consent = Type.Object({
  purpose: Type.String(),
  channel: Type.String(),
  brandZh: Type.String(),
  brandEn: Type.String(),
  state: Type.String({ description: 'granted or withdrawn' }),
  source: Type.String(),
  evidence: Type.Record(Type.String(), Type.Unknown()),
  at: Type.String(),
  inForce: Type.Boolean(),
});

/** The 360° view of one person. Orders, tags and deliveries have lists of their own. */
export const PersonView = Type.Object({
  ...PersonLine.properties,
  identifiers: Type.Array(Identifier),
  traits: Type.Array(Trait),
  consents: Type.Array(Consent),
  nodes: Type.Array(
    Type.Object({ nameZh: Type.String(), nameEn: Type.String(), kind: Type.String() }),
  ),
  /** How the person came together, oldest first. */
  history: Type.Array(
    Type.Object({
      at: Type.String(),
      reason: Type.String(),
      from: Type.String(),
      to: Type.String(),
      via: Type.String(),
    }),
  ),
  totals: Type.Object({
    orders: Type.Integer(),
    revenue: Type.Integer({ description: 'Minor units, refunds taken off' }),
    currency: Type.String({
      description: "Of the last order; the organisation's for somebody who has never ordered",
    }),
    firstOrderAt: orNull(Type.String()),
    lastOrderAt: orNull(Type.String()),
    events: Type.Integer(),
  }),
  mayReveal: Type.Boolean(),
});
export type PersonView = Static<typeof PersonView>;

/** One entry of a timeline. `kind` is an event's name, or what another module states (consent, merge …). */
export const TimelineEntry = Type.Object({
  at: Type.String(),
  kind: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  channel: Type.String(),
  source: Type.String(),
  revenue: orNull(Type.Integer()),
  currency: Type.String(),
  product: Type.String(),
  orderId: Type.String(),
  details: Type.Record(Type.String(), Type.Unknown()),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

export const TraitName = Type.Object({
  name: Type.String(),
  nameZh: Type.String(),
  nameEn: Type.String(),
  type: Type.String(),
  personal: Type.Boolean(),
  named: Type.Boolean(),
});
