import { Type } from 'typebox';
import { pageOf, pageQuery } from '../kit/page.ts';
import { defineRoute } from '../kit/route.ts';
import { PersonLine } from '../profile/person.ts';
import { EventAnswer, FunnelAnswer } from './answers.ts';
import { Overview } from './board.ts';
import { metricDefinition } from './metric.ts';
import { PeopleQuestion } from './people-question.ts';
import { EventQuestion, FunnelQuestion } from './questions.ts';

const slow = ['insight.too_slow', 'insight.too_large'] as const;
const questionErrors = [
  ...slow,
  'insight.window_upside_down',
  'insight.too_many_buckets',
  'insight.refers_to_unknown',
  'insight.measure_not_a_number',
] as const;

export const listMetrics = defineRoute({
  id: 'insight.list_metrics',
  method: 'GET',
  path: '/api/insight/metrics',
  summary: 'The metric dictionary: how every number on the boards is counted',
  access: 'insight.read',
  scope: 'none',
  response: Type.Object({ metrics: Type.Array(metricDefinition) }),
  errors: [],
});

export const readOverview = defineRoute({
  id: 'insight.read_overview',
  method: 'GET',
  path: '/api/insight/overview',
  summary: 'The caller’s home: metrics, alerts and to-dos of the data scope',
  access: 'insight.read',
  scope: 'people',
  query: Type.Object({
    days: Type.Optional(Type.Integer({ minimum: 1, maximum: 366, default: 30 })),
    currency: Type.Optional(Type.String({ pattern: '^[A-Z]{3}$' })),
  }),
  response: Overview,
  errors: [...slow],
});

export const analyseEvents = defineRoute({
  id: 'insight.analyse_events',
  method: 'POST',
  path: '/api/insight/events',
  summary: 'Events counted, by people, summed or per person, over time and by group',
  access: 'insight.read',
  scope: 'people',
  body: EventQuestion,
  response: EventAnswer,
  errors: [...questionErrors],
  example: {
    request: {
      series: [{ events: ['order_placed'], measure: { of: 'people' } }],
      window: { kind: 'last', days: 30 },
      bucket: 'day',
      breakdown: { by: 'property', property: { in: 'column', name: 'channel' } },
    },
  },
});

export const analyseFunnel = defineRoute({
  id: 'insight.analyse_funnel',
  method: 'POST',
  path: '/api/insight/funnel',
  summary: 'How many people get from step to step, in order and in time',
  access: 'insight.read',
  scope: 'people',
  body: FunnelQuestion,
  response: FunnelAnswer,
  errors: [...questionErrors],
  example: {
    request: {
      steps: [
        { events: ['product_viewed'] },
        { events: ['product_added'] },
        { events: ['order_placed'] },
      ],
      window: { kind: 'last', days: 30 },
      within: { amount: 7, unit: 'day' },
    },
  },
});

export const listPeople = defineRoute({
  id: 'insight.list_people',
  method: 'POST',
  path: '/api/insight/people',
  summary: 'The people behind a number of a board, bar or funnel step',
  access: 'people.read',
  scope: 'people',
  body: Type.Object({ question: PeopleQuestion, ...pageQuery }, { additionalProperties: false }),
  response: pageOf(PersonLine),
  errors: [...questionErrors, 'insight.no_people_behind'],
});

export const countPeople = defineRoute({
  id: 'insight.count_people',
  method: 'POST',
  path: '/api/insight/people/count',
  summary: 'How many people stand behind a number, known and anonymous',
  access: 'people.read',
  scope: 'people',
  body: Type.Object({ question: PeopleQuestion }, { additionalProperties: false }),
  response: Type.Object({ known: Type.Integer(), anonymous: Type.Integer() }),
  errors: [...questionErrors, 'insight.no_people_behind'],
});

export const savePeople = defineRoute({
  id: 'insight.save_people',
  method: 'POST',
  path: '/api/insight/people/segment',
  summary: 'Save the people behind a number as a static segment',
  access: 'segments.edit',
  scope: 'people',
  body: Type.Object(
    { question: PeopleQuestion, name: Type.String({ minLength: 1, maxLength: 100 }) },
    { additionalProperties: false },
  ),
  response: Type.Object({ segment: Type.String(), people: Type.Integer() }),
  errors: [...questionErrors, 'insight.no_people_behind', 'insight.nobody'],
});
