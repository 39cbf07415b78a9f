import { type Static, Type } from 'typebox';
import { exact, tagged } from '../segment/tagged.ts';
import { type MetricCode, metricCodes } from './metrics.ts';
import { EventQuestion, FunnelQuestion } from './questions.ts';
import { InsightWindow } from './window.ts';

const localDate = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });

/** People whom a guide should get in touch with. */
export const contactLists = {
  birthdays: { zh: '本周生日', en: 'Birthdays this week' },
  new_members: { zh: '新会员', en: 'New members' },
  asleep: { zh: '高价值沉睡', en: 'High value, asleep' },
} as const;
export type ContactList = keyof typeof contactLists;
export const contactListNames = Object.keys(contactLists) as readonly ContactList[];

/** Which number the people stand behind. */
export const PeopleQuestion = tagged('behind', {
  metric: exact({
    behind: Type.Literal('metric'),
    metric: Type.Unsafe<MetricCode>(Type.Enum([...metricCodes])),
    window: InsightWindow,
    day: Type.Optional(localDate),
    channel: Type.Optional(
      Type.String({ maxLength: 40, description: 'Of `reachable`: on this channel only' }),
    ),
  }),
  events: exact(
    {
      behind: Type.Literal('events'),
      question: EventQuestion,
      series: Type.Integer({ minimum: 0, maximum: 4 }),
      bucket: Type.Optional(localDate),
      group: Type.Optional(Type.String({ maxLength: 500 })),
      rest: Type.Optional(
        Type.Boolean({ description: 'The people of all groups that are not shown one by one' }),
      ),
    },
    'Of a bar: `bucket` is its first day, `group` its key in the breakdown',
  ),
  funnel: exact(
    {
      behind: Type.Literal('funnel'),
      question: FunnelQuestion,
      step: Type.Integer({ minimum: 1, maximum: 8, description: 'Counted from 1' }),
      lost: Type.Boolean({ description: 'Who reached this step and not the next' }),
      group: Type.Optional(Type.String({ maxLength: 500 })),
      rest: Type.Optional(Type.Boolean()),
    },
    'Who reached a step, or was lost after it',
  ),
  contacts: exact({
    behind: Type.Literal('contacts'),
    list: Type.Unsafe<ContactList>(Type.Enum([...contactListNames])),
  }),
});
export type PeopleQuestion = Static<typeof PeopleQuestion>;
