import { leavingEvents, passiveEvents } from '@siyu/contract/insight';
import { oneOf, str } from '../../clickhouse/literal.ts';
import { bucketSql, byPeriodAndBucket, inPeriods, periodSql } from '../period-sql.ts';
import { isKnown, rowsOfPeople } from '../scope.ts';
import type { MetricAsk } from './ask.ts';

/** The person did it. */
export const isAct = `NOT (${oneOf('name', passiveEvents, str)})`;
export const isLeaving = oneOf('name', leavingEvents, str);

/** Known people by period and bucket: `active` ones. */
export const printActive = (ask: MetricAsk): string => printPeople(ask, isAct, 'active');

/** Known people by period and bucket: `left_people`. */
export const printLeft = (ask: MetricAsk): string => printPeople(ask, isLeaving, 'left_people');

function printPeople({ scope, periods }: MetricAsk, condition: string, measure: string): string {
  return `SELECT period, bucket, uniqExact(p) AS ${measure} FROM (
    SELECT ${periodSql('time', periods)} AS period, ${bucketSql('time', periods.unit, periods.zone)} AS bucket, ${scope.person} AS p
    FROM ${scope.events} WHERE ${condition} AND ${inPeriods('time', periods)} AND ${rowsOfPeople(scope)}
  ) WHERE ${isKnown(scope)} ${byPeriodAndBucket()}`;
}
