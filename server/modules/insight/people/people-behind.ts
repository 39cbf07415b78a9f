import { metrics, type PeopleQuestion } from '@siyu/contract/insight';
import { bucketSpan, peopleOfMetric, peopleOfSeries, peopleOfStep } from '@siyu/engine/insight';
import { problem, type Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { ruleMoment } from '../../profile/index.ts';
import { peopleOfContacts } from '../boards/contacts.ts';
import { checkedPeriods, requireNumbers } from '../questions/check-question.ts';
import { currencyOf } from '../questions/currency-of.ts';
import { questionSources } from '../questions/question-sources.ts';
import { insightScope } from '../scope.ts';

/** SELECT of one column `p`: the people behind a number, within a data scope. @throws insight.no_people_behind */
export async function peopleBehind(
  platform: Platform,
  scope: Scope,
  asked: PeopleQuestion,
): Promise<string> {
  const moment = await ruleMoment(platform);
  if (asked.behind === 'contacts') return peopleOfContacts(platform, scope, asked.list);
  if (asked.behind === 'metric') {
    const { now, zone } = checkedPeriods(asked.window, 'day', moment);
    const span = asked.day === undefined ? now : bucketSpan(now, asked.day, 'day', zone);
    const insight = await insightScope(platform, scope);
    const people = peopleOfMetric(asked.metric, insight, span, asked.channel);
    if (people === null)
      throw problem('insight.no_people_behind', { what: metrics[asked.metric].name.zh });
    return people;
  }
  const { question, group, rest } = asked;
  const sources = await questionSources(platform, scope, question);
  const of = { ...(group === undefined ? {} : { group }), ...(rest === undefined ? {} : { rest }) };
  if (asked.behind === 'funnel') {
    const { now } = checkedPeriods(question.window, 'month', moment);
    const ask = { question: asked.question, span: now, sources };
    return peopleOfStep(ask, { ...of, step: asked.step, lost: asked.lost });
  }
  requireNumbers(asked.question);
  if (asked.series >= asked.question.series.length) {
    throw problem('insight.no_people_behind', { what: `#${asked.series}` });
  }
  const periods = checkedPeriods(asked.question.window, asked.question.bucket, moment);
  const span =
    asked.bucket === undefined
      ? periods.now
      : bucketSpan(periods.now, asked.bucket, periods.unit, periods.zone);
  const currency = await currencyOf(platform, scope, sources.scope, asked.question, periods);
  const ask = { question: asked.question, series: asked.series, currency, sources };
  return peopleOfSeries(ask, periods, { span, ...of });
}
