import { type Static, Type } from 'typebox';
import { PersonLine } from '../profile/person.ts';
import { type Rule, RuleBody } from './rule.ts';

/** How often a refreshed segment is counted again. */
export const refreshRhythms = ['off', 'quarter_hour', 'hourly', 'daily'] as const;
export type RefreshRhythm = (typeof refreshRhythms)[number];
export const Refresh = Type.Unsafe<RefreshRhythm>(
  Type.Union(refreshRhythms.map((rhythm) => Type.Literal(rhythm))),
);

/** A sentence in both languages. */
export const BothLanguages = Type.Object({ zh: Type.String(), en: Type.String() });
export type BothLanguages = Static<typeof BothLanguages>;

/** A head count: known people and, counted apart, anonymous visitors. */
export const HeadCount = Type.Object({ known: Type.Integer(), anonymous: Type.Integer() });
export type HeadCount = Static<typeof HeadCount>;

const Time = Type.String({ format: 'date-time' });
const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(type: T) =>
  Type.Union([type, Type.Null()]);

/** Where the people of a segment come from. `people` and `identifiers` are lists and have no rule. */
export const SegmentOrigin = Type.Union([
  Type.Literal('rule'),
  Type.Literal('people'),
  Type.Literal('identifiers'),
]);

export const SegmentView = Type.Object({
  segment: Type.String(),
  name: Type.String(),
  description: Type.String(),
  kind: Type.Union([Type.Literal('static'), Type.Literal('refreshed')]),
  origin: SegmentOrigin,
  rule: orNull(RuleBody),
  /** What the rule says; for lists, where they come from. */
  sentence: BothLanguages,
  refresh: Refresh,
  state: Type.Union([Type.Literal('active'), Type.Literal('archived')]),
  /** Code of the organisation node whose people the segment is drawn from. */
  org: Type.String(),
  /** 0 until the first count is done. */
  version: Type.Integer(),
  count: orNull(HeadCount),
  /** Against the version before. */
  entered: Type.Integer(),
  left: Type.Integer(),
  refreshedAt: orNull(Time),
  /** The count that is running, to be followed under `segment.refresh_state`. */
  running: orNull(
    Type.Object({ jobRunId: Type.Integer(), done: Type.Integer(), total: orNull(Type.Integer()) }),
  ),
  /** Why the last count failed; null when it did not. */
  failure: orNull(Type.String()),
  createdBy: Type.String(),
  createdAt: Time,
  changedAt: Time,
});
export type SegmentView = Static<typeof SegmentView>;

export const SegmentVersion = Type.Object({
  version: Type.Integer(),
  count: HeadCount,
  entered: Type.Integer(),
  left: Type.Integer(),
  at: Time,
  milliseconds: Type.Integer(),
});

/** A person as a list shows one: already masked for the caller's role. */
export const PersonRow = PersonLine;
export type PersonRow = Static<typeof PersonRow>;

/** One condition of a rule with what it says and how many people of the caller's scope satisfy it. */
export const LeafCount = Type.Object({
  path: Type.String({ description: 'JSON pointer into the rule' }),
  sentence: BothLanguages,
  count: HeadCount,
});

export const Preview = Type.Object({
  count: HeadCount,
  /** Everybody in the caller's scope, for the share. */
  everybody: HeadCount,
  /** Known people of the count who may be reached per channel (marketing consent and an address). */
  reachable: Type.Array(Type.Object({ channel: Type.String(), people: Type.Integer() })),
  sentence: BothLanguages,
  /** The instant the windows end at. */
  asOf: Time,
  milliseconds: Type.Integer(),
});

export const SegmentInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 100 }),
    description: Type.Optional(Type.String({ maxLength: 1_000 })),
    kind: Type.Union([Type.Literal('static'), Type.Literal('refreshed')]),
    rule: RuleBody,
    refresh: Type.Optional(Refresh),
  },
  { additionalProperties: false },
);
export interface SegmentInput {
  readonly name: string;
  readonly description?: string;
  readonly kind: 'static' | 'refreshed';
  readonly rule: Rule;
  readonly refresh?: RefreshRhythm;
}

export const exportStates = ['waiting', 'running', 'done', 'failed', 'expired'] as const;

/** A file with the people of a segment, made in the background and kept for a while. */
export const SegmentExport = Type.Object({
  export: Type.String(),
  state: Type.Unsafe<(typeof exportStates)[number]>(
    Type.Union(exportStates.map((state) => Type.Literal(state))),
  ),
  rows: Type.Integer(),
  total: orNull(Type.Integer()),
  bytes: Type.Integer(),
  requestedBy: Type.String(),
  requestedAt: Time,
  finishedAt: orNull(Time),
  failure: orNull(Type.String()),
});
