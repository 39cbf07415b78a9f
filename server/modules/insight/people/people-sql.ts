import { num } from '../../../platform/clickhouse/literal.ts';
import { firstAnonymousId } from '../../identity/index.ts';

/** The next `limit` people after `after` of a SELECT of one column `p`, as `person` in rising order. */
export const pageSql = (people: string, after: number, limit: number): string =>
  `SELECT DISTINCT p AS person FROM (${people}) WHERE p > ${num(after)} ORDER BY person LIMIT ${num(limit)}`;

/** One row `known, anonymous` of a SELECT of one column `p`. */
export const totalsSql = (people: string): string =>
  `SELECT uniqExactIf(p, p < ${firstAnonymousId}) AS known, uniqExactIf(p, p >= ${firstAnonymousId}) AS anonymous FROM (${people}) WHERE p > 0`;

/** One row `people, first` of a SELECT of one column `p`: how many, and the first of them by id. */
export const headSql = (people: string, count: number): string =>
  `SELECT length(all) AS people, arraySlice(all, 1, ${num(count)}) AS first FROM (SELECT arraySort(groupUniqArray(p)) AS all FROM (${people}) WHERE p > 0)`;
