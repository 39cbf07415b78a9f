import { type Static, Type } from 'typebox';
import { PersonLine } from '../profile/person.ts';
import { contactListNames } from './people-question.ts';

const instant = Type.String({ format: 'date-time' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) =>
  Type.Union([schema, Type.Null()]);
const words = Type.Object({ zh: Type.String(), en: Type.String() });

/** What a board is true up to. */
export const DataAsOf = Type.Object({
  at: orNull(Type.String({ format: 'date-time', description: 'Null while nothing has come in' })),
  block: Type.Integer(),
});

/** A metric of the dictionary over the board's window. Money is minor units, shares are basis points; null = no basis. */
export const MetricValue = Type.Object({
  code: Type.String(),
  value: orNull(Type.Number()),
  /** The same stretch of time before; null where there is no past or no basis. */
  previous: orNull(Type.Number()),
  /** Day by day over the window, oldest first; empty where a day says nothing. */
  series: Type.Array(orNull(Type.Number())),
});
export type MetricValue = Static<typeof MetricValue>;

export const alertKinds = [
  'nothing_yet',
  'pipeline_behind',
  'quarantine_rising',
  'source_silent',
  'unsubscribe_high',
  'delivery_failing',
  'unclassified_channel',
] as const;

/** Something that deserves a look, in a sentence, with the screen that helps. */
export const Alert = Type.Object({
  kind: Type.Enum([...alertKinds]),
  severity: Type.Enum(['problem', 'warning', 'hint']),
  text: words,
  to: Type.String({ description: 'Path in the console' }),
});
export type Alert = Static<typeof Alert>;

export const todoKinds = [
  'add_source',
  'import_people',
  'make_segment',
  'make_campaign',
  'segment_failed',
  'campaign_waiting',
  'campaign_failed',
  'import_errors',
] as const;

export const Todo = Type.Object({
  kind: Type.Enum([...todoKinds]),
  text: words,
  to: Type.String({ description: 'Path in the console' }),
  count: Type.Integer(),
});
export type Todo = Static<typeof Todo>;

export const homes = ['head_office', 'store', 'guide'] as const;

/** People to get in touch with: how many, and the first of them. */
export const ContactGroup = Type.Object({
  list: Type.Unsafe<(typeof contactListNames)[number]>(Type.Enum([...contactListNames])),
  people: Type.Integer(),
  first: Type.Array(PersonLine),
});
export type ContactGroup = Static<typeof ContactGroup>;

/** The home of a role: what it needs to see first. */
export const Overview = Type.Object({
  home: Type.Enum([...homes]),
  org: Type.Object({ code: Type.String(), ...words.properties, kind: Type.String() }),
  dataAsOf: DataAsOf,
  from: instant,
  to: instant,
  zone: Type.String(),
  /** First days of the series, as local dates. */
  days: Type.Array(Type.String()),
  currency: Type.String(),
  currencies: Type.Array(Type.String(), { description: 'All in which something was sold' }),
  metrics: Type.Array(MetricValue),
  reachable: Type.Array(
    Type.Object({ channel: Type.String(), name: words, people: Type.Integer() }),
  ),
  campaigns: Type.Array(
    Type.Object({
      id: Type.String(),
      name: Type.String(),
      state: Type.String(),
      channel: Type.String(),
      sent: Type.Integer(),
      nextRunAt: orNull(instant),
    }),
  ),
  alerts: Type.Array(Alert),
  todos: Type.Array(Todo),
  contacts: Type.Array(ContactGroup),
});
export type Overview = Static<typeof Overview>;
