import { type Static, type TSchema, Type } from 'typebox';
import { channelKind, templateId } from '../content/schemas.ts';
import { PropertyFilter } from '../segment/leaves.ts';

const instant = Type.String({ format: 'date-time' });
const nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
const localTime = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'HH:MM of the organisation’s zone',
});
const closed = { additionalProperties: false } as const;

export const campaignId = Type.String({ pattern: '^cmp_[a-z0-9]+$' });
export const runId = Type.String({ pattern: '^run_[a-z0-9]+$' });

/** When a recurring campaign runs: calendar days and a time of the organisation's zone. */
export const calendarRule = Type.Object(
  {
    every: Type.Enum(['day', 'week', 'month']),
    weekdays: Type.Optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
        minItems: 1,
        maxItems: 7,
        description: 'every week: 1 = Monday … 7 = Sunday',
      }),
    ),
    dayOfMonth: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 31,
        description: 'every month: this day, or the last one of a shorter month',
      }),
    ),
    time: localTime,
    until: Type.Optional(
      Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$', description: 'Last day, inclusive' }),
    ),
  },
  closed,
);
export type CalendarRule = Static<typeof calendarRule>;

export const timing = Type.Union([
  Type.Object({ kind: Type.Literal('now') }, closed),
  Type.Object({ kind: Type.Literal('at'), at: instant }, closed),
  Type.Object({ kind: Type.Literal('recurring'), rule: calendarRule }, closed),
]);
export type Timing = Static<typeof timing>;

/** How long between the event and the message. `hour`: the next time the person's clock shows `at`, after `days` whole days. */
export const wait = Type.Union([
  Type.Object({ kind: Type.Literal('none') }, closed),
  Type.Object(
    { kind: Type.Literal('minutes'), minutes: Type.Integer({ minimum: 1, maximum: 525_600 }) },
    closed,
  ),
  Type.Object(
    { kind: Type.Literal('days'), days: Type.Integer({ minimum: 1, maximum: 3_660 }) },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('hour'),
      days: Type.Integer({ minimum: 0, maximum: 3_660 }),
      at: Type.String({ pattern: '^([01]\\d|2[0-3]):[0-5]\\d$' }),
    },
    closed,
  ),
]);
export type Wait = Static<typeof wait>;

/** Asked again after the wait; who fails leaves without a message. */
export const recheck = Type.Union([
  Type.Object(
    {
      kind: Type.Literal('event'),
      event: Type.String({ minLength: 1 }),
      happened: Type.Boolean({ description: 'false: must not have happened since the trigger' }),
    },
    closed,
  ),
  Type.Object(
    {
      kind: Type.Literal('segment'),
      segment: Type.String({ pattern: '^seg_' }),
      member: Type.Boolean(),
    },
    closed,
  ),
]);
export type Recheck = Static<typeof recheck>;

/** How often one person may enter: once ever, once within a number of days, or with every event. */
export const reentry = Type.Union([
  Type.Object({ kind: Type.Literal('once') }, closed),
  Type.Object(
    { kind: Type.Literal('after'), days: Type.Integer({ minimum: 1, maximum: 3_660 }) },
    closed,
  ),
  Type.Object({ kind: Type.Literal('always') }, closed),
]);
export type Reentry = Static<typeof reentry>;

export const segmentEntry = Type.Object(
  {
    kind: Type.Literal('segment'),
    segment: Type.String({ pattern: '^seg_' }),
    timing,
  },
  closed,
);
export type SegmentEntry = Static<typeof segmentEntry>;

export const eventEntry = Type.Object(
  {
    kind: Type.Literal('event'),
    event: Type.String({ minLength: 1, maxLength: 200 }),
    where: Type.Array(PropertyFilter, {
      maxItems: 20,
      default: [],
      description: 'What the event’s properties must satisfy; all of it',
    }),
    wait,
    recheck: Type.Optional(nullable(recheck)),
    reentry,
    maxEventAgeMinutes: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 525_600,
        default: 1_440,
        description: 'Older events (a late import) start nothing',
      }),
    ),
  },
  closed,
);
export type EventEntry = Static<typeof eventEntry>;

/** What counts as success, within so many days after the message. */
export const goal = Type.Object(
  {
    event: Type.String({ minLength: 1, maxLength: 200 }),
    windowDays: Type.Integer({ minimum: 1, maximum: 90 }),
  },
  closed,
);
export type Goal = Static<typeof goal>;

/** What an operator sets; `entry` decides whether it is an active (segment) or an event campaign. */
export const campaignDefinition = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    org: Type.Optional(
      Type.String({
        description:
          'Code of the node that sends: only people of its subtree are reached. The caller’s top node when absent',
      }),
    ),
    template: templateId,
    entry: Type.Union([segmentEntry, eventEntry]),
    holdoutBasisPoints: Type.Integer({
      minimum: 0,
      maximum: 9_000,
      default: 0,
      description: 'Share of reachable people who get nothing, for comparison',
    }),
    goal: Type.Optional(nullable(goal)),
    validHours: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 720,
        default: 24,
        description: 'A message that could not leave within this time is not sent any more',
      }),
    ),
  },
  closed,
);
export type CampaignDefinition = Static<typeof campaignDefinition>;

export const campaignStates = {
  draft: { zh: '草稿', en: 'Draft' },
  scheduled: { zh: '已排期', en: 'Scheduled' },
  running: { zh: '进行中', en: 'Running' },
  paused: { zh: '已暂停', en: 'Paused' },
  done: { zh: '已完成', en: 'Done' },
  stopped: { zh: '已停止', en: 'Stopped' },
} as const;
export type CampaignState = keyof typeof campaignStates;
export const campaignState = Type.Enum(Object.keys(campaignStates) as CampaignState[]);

export const campaign = Type.Object({
  id: campaignId,
  number: Type.Integer({
    description: 'The number under which its events carry it (`campaign_id`)',
  }),
  kind: Type.Enum(['active', 'event']),
  state: campaignState,
  channel: channelKind,
  templateName: Type.String(),
  definition: campaignDefinition,
  nextRunAt: nullable(instant),
  startedAt: nullable(instant),
  finishedAt: nullable(instant),
  createdBy: Type.String(),
  createdAt: instant,
  changedAt: instant,
  error: nullable(Type.String({ description: 'What went wrong in its last run' })),
});
export type Campaign = Static<typeof campaign>;

export const campaignSummary = Type.Object({
  id: campaignId,
  name: Type.String(),
  kind: Type.Enum(['active', 'event']),
  state: campaignState,
  channel: channelKind,
  templateName: Type.String(),
  nextRunAt: nullable(instant),
  changedAt: instant,
  planned: Type.Integer({ description: 'Messages planned so far' }),
  sent: Type.Integer(),
});
export type CampaignSummary = Static<typeof campaignSummary>;

export const run = Type.Object({
  id: runId,
  number: Type.Integer(),
  state: Type.Enum(['enrolling', 'sending', 'open', 'paused', 'done', 'stopped', 'failed'], {
    description: 'open: an event campaign that waits for events',
  }),
  startedAt: instant,
  finishedAt: nullable(instant),
  enrolled: Type.Integer({
    description: 'People taken from the audience, or who entered by event',
  }),
  decided: Type.Integer({ description: 'Of them planned, skipped or held out' }),
  waiting: Type.Integer({ description: 'Planned messages that have not left' }),
  error: nullable(Type.String()),
});
export type Run = Static<typeof run>;

/** Whom a send would reach right now, before anything is sent. */
export const rehearsal = Type.Object({
  state: Type.Enum(['waiting', 'running', 'done', 'failed']),
  startedAt: instant,
  finishedAt: nullable(instant),
  decided: Type.Integer(),
  audience: nullable(Type.Integer({ description: 'null until the whole audience is read' })),
  reached: Type.Integer(),
  holdout: Type.Integer(),
  skipped: Type.Array(Type.Object({ reason: Type.String(), people: Type.Integer() })),
  error: nullable(Type.String()),
});
export type Rehearsal = Static<typeof rehearsal>;
