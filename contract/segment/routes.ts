import { Type } from 'typebox';
import { type IdentifierKind, identifierKindNames } from '../identity/kinds.ts';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { RuleBody } from './rule.ts';
import {
  BothLanguages,
  HeadCount,
  LeafCount,
  PersonRow,
  Preview,
  Refresh,
  SegmentInput,
  SegmentVersion,
  SegmentView,
} from './segments.ts';
import { ValueSuggestions, Vocabulary } from './vocabulary.ts';

const segment = Type.Object({ segment: Type.String({ pattern: '^seg_[0-9a-z]+$' }) });
const ruleErrors = ['segment.rule_invalid', 'segment.rule_refers_to_unknown'] as const;
const slow = ['segment.preview_stopped', 'segment.preview_too_slow'] as const;
const exampleRule = {
  kind: 'and',
  of: [
    { kind: 'identifier', identifier: 'phone' },
    {
      kind: 'event',
      events: ['order_placed', 'order_refunded'],
      window: { kind: 'last', days: 90 },
      measure: { of: 'sum', property: { in: 'column', name: 'revenue' } },
      test: { op: 'gte', value: 100_000 },
    },
  ],
};

export const listSegments = defineRoute({
  id: 'segment.list_segments',
  method: 'GET',
  path: '/api/segments',
  summary: 'Segments, newest first',
  access: 'segments.read',
  scope: 'org',
  query: Type.Object({
    ...pageQuery,
    search: Type.Optional(Type.String({ maxLength: 100 })),
    state: Type.Optional(Type.Union([Type.Literal('active'), Type.Literal('archived')])),
  }),
  response: pageOf(SegmentView),
  errors: [],
});

export const createSegment = defineRoute({
  id: 'segment.create_segment',
  method: 'POST',
  path: '/api/segments',
  summary: 'Make a segment from a rule and start its first count',
  access: 'segments.edit',
  scope: 'people',
  body: SegmentInput,
  response: SegmentView,
  errors: [...ruleErrors],
  example: {
    request: { name: '近90天高消费', kind: 'refreshed', refresh: 'daily', rule: exampleRule },
  },
});

export const getSegment = defineRoute({
  id: 'segment.get_segment',
  method: 'GET',
  path: '/api/segments/:segment',
  summary: 'One segment with its count and a running refresh',
  access: 'segments.read',
  scope: 'org',
  params: segment,
  response: SegmentView,
  errors: ['segment.unknown'],
});

export const editSegment = defineRoute({
  id: 'segment.edit_segment',
  method: 'PATCH',
  path: '/api/segments/:segment',
  summary: 'Change name, rule or rhythm; a changed rule is counted again',
  access: 'segments.edit',
  scope: 'people',
  params: segment,
  body: Type.Object(
    {
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 100 })),
      description: Type.Optional(Type.String({ maxLength: 1_000 })),
      rule: Type.Optional(RuleBody),
      refresh: Type.Optional(Refresh),
    },
    { additionalProperties: false },
  ),
  response: SegmentView,
  errors: [
    'segment.unknown',
    'segment.archived',
    'segment.list_is_fixed',
    'segment.circular',
    ...ruleErrors,
  ],
});

export const archiveSegment = defineRoute({
  id: 'segment.archive_segment',
  method: 'POST',
  path: '/api/segments/:segment/archive',
  summary: 'Take a segment out of use; its last version stays readable',
  access: 'segments.edit',
  scope: 'org',
  params: segment,
  response: SegmentView,
  errors: ['segment.unknown', 'segment.in_use'],
});

export const refreshSegment = defineRoute({
  id: 'segment.refresh_segment',
  method: 'POST',
  path: '/api/segments/:segment/refresh',
  summary: 'Count a segment again now, with what it stands on',
  access: 'segments.edit',
  scope: 'org',
  params: segment,
  response: SegmentView,
  errors: ['segment.unknown', 'segment.archived', 'segment.list_is_fixed'],
});

export const listVersions = defineRoute({
  id: 'segment.list_versions',
  method: 'GET',
  path: '/api/segments/:segment/versions',
  summary: 'Counts over time, newest first, with who entered and left',
  access: 'segments.read',
  scope: 'org',
  params: segment,
  query: Type.Object({ ...pageQuery }),
  response: pageOf(SegmentVersion),
  errors: ['segment.unknown'],
});

export const listMembers = defineRoute({
  id: 'segment.list_members',
  method: 'GET',
  path: '/api/segments/:segment/members',
  summary: "Members of the version in force, within the caller's data",
  access: 'segments.read',
  scope: 'people',
  params: segment,
  query: Type.Object({ ...pageQuery }),
  response: pageOf(PersonRow),
  errors: ['segment.unknown', 'segment.not_counted_yet'],
});

export const previewRule = defineRoute({
  id: 'segment.preview_rule',
  method: 'POST',
  path: '/api/segments/preview',
  summary:
    'Count a rule that is being edited; a newer preview of the same name stops the older one',
  access: 'segments.read',
  scope: 'people',
  body: Type.Object(
    {
      rule: RuleBody,
      /** Chosen by the caller, e.g. one per open editor. */
      preview: Type.Optional(Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' })),
    },
    { additionalProperties: false },
  ),
  response: Preview,
  errors: [...ruleErrors, ...slow],
  example: { request: { rule: exampleRule, preview: 'editor-1' } },
});

export const stopPreview = defineRoute({
  id: 'segment.stop_preview',
  method: 'POST',
  path: '/api/segments/preview/:preview/stop',
  summary: 'Stop a running preview of the caller',
  access: 'segments.read',
  scope: 'own',
  params: Type.Object({ preview: Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }) }),
  response: Type.Object({ stopped: Type.Boolean() }),
  errors: [],
});

export const explainRule = defineRoute({
  id: 'segment.explain_rule',
  method: 'POST',
  path: '/api/segments/explain',
  summary: 'What a rule says in both languages, and how many satisfy each condition',
  access: 'segments.read',
  scope: 'people',
  body: Type.Object({ rule: RuleBody }, { additionalProperties: false }),
  response: Type.Object({
    sentence: BothLanguages,
    count: HeadCount,
    leaves: Type.Array(LeafCount),
  }),
  errors: [...ruleErrors, ...slow],
});

export const peopleOfRule = defineRoute({
  id: 'segment.people_of_rule',
  method: 'POST',
  path: '/api/segments/people',
  summary: 'The people behind a number: whom a rule means, page by page',
  access: 'segments.read',
  scope: 'people',
  body: Type.Object({ rule: RuleBody, ...pageQuery }, { additionalProperties: false }),
  response: pageOf(PersonRow),
  errors: [...ruleErrors, ...slow],
});

export const createFromPeople = defineRoute({
  id: 'segment.create_from_people',
  method: 'POST',
  path: '/api/segments/from-people',
  summary: 'Save chosen people as a static segment',
  access: 'segments.edit',
  scope: 'people',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100 }),
      description: Type.Optional(Type.String({ maxLength: 1_000 })),
      people: Type.Array(Type.String(), { minItems: 1, maxItems: 50_000 }),
    },
    { additionalProperties: false },
  ),
  response: SegmentView,
  errors: ['segment.person_unknown'],
});

export const createFromIdentifiers = defineRoute({
  id: 'segment.create_from_identifiers',
  method: 'POST',
  path: '/api/segments/from-identifiers',
  summary: 'Paste a list of phones, emails or ids; unmatched rows come back with their reason',
  access: 'segments.edit',
  scope: 'people',
  body: Type.Object(
    {
      name: Type.String({ minLength: 1, maxLength: 100 }),
      description: Type.Optional(Type.String({ maxLength: 1_000 })),
      identifier: Type.Unsafe<IdentifierKind>(
        Type.Union(identifierKindNames.map((kind) => Type.Literal(kind))),
      ),
      values: Type.Array(Type.String({ maxLength: 200 }), { minItems: 1, maxItems: 50_000 }),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({
    segment: SegmentView,
    rows: Type.Integer(),
    matched: Type.Integer(),
    people: Type.Integer(),
    unmatched: Type.Array(
      Type.Object({
        row: Type.Integer({ description: 'Counted from 1' }),
        reason: Type.Union([
          Type.Literal('empty'),
          Type.Literal('not_an_identifier'),
          Type.Literal('nobody_known'),
          Type.Literal('outside_scope'),
        ]),
      }),
    ),
  }),
  errors: [],
});

export const tagMembers = defineRoute({
  id: 'segment.tag_members',
  method: 'POST',
  path: '/api/segments/:segment/tag',
  summary: 'Give all members of the version in force a manual tag, or take it from them',
  access: 'tags.edit',
  scope: 'people',
  params: segment,
  body: Type.Object(
    {
      tag: Type.String({ pattern: '^tag_[0-9a-z]+$' }),
      value: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
      act: Type.Union([Type.Literal('assign'), Type.Literal('unassign')]),
    },
    { additionalProperties: false },
  ),
  response: Type.Object({ jobRunId: Type.Integer() }),
  errors: [
    'segment.unknown',
    'segment.not_counted_yet',
    'profile.tag_unknown',
    'profile.tag_not_manual',
    'profile.tag_value_unknown',
  ],
});

export const getVocabulary = defineRoute({
  id: 'segment.get_vocabulary',
  method: 'GET',
  path: '/api/segments/vocabulary',
  summary: 'What a rule may speak of: traits, events, tags, consents, nodes, with their names',
  access: 'segments.read',
  scope: 'org',
  response: Vocabulary,
  errors: [],
});

export const suggestValues = defineRoute({
  id: 'segment.suggest_values',
  method: 'GET',
  path: '/api/segments/values',
  summary: 'Values that occur in a trait or an event property, most frequent first',
  access: 'segments.read',
  scope: 'people',
  query: Type.Object({
    trait: Type.Optional(Type.String({ maxLength: 200 })),
    event: Type.Optional(Type.String({ maxLength: 200 })),
    property: Type.Optional(Type.String({ maxLength: 200 })),
    starts: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: ValueSuggestions,
  errors: [],
});

export const segmentRoutes = [
  listSegments,
  createSegment,
  getSegment,
  editSegment,
  archiveSegment,
  refreshSegment,
  listVersions,
  listMembers,
  previewRule,
  stopPreview,
  explainRule,
  peopleOfRule,
  createFromPeople,
  createFromIdentifiers,
  tagMembers,
  getVocabulary,
  suggestValues,
] as const;
