import { isLeaf, type Leaf, leavesOf, type Rule } from '@siyu/contract/segment';
import { num } from '../../clickhouse/literal.ts';
import { leafKey } from '../canonical.ts';
import type { Moment } from '../moment.ts';
import { firstAnonymous } from '../people.ts';
import type { Sources } from '../sources.ts';
import type { BitmapOf } from './scan.ts';
import { scansOf } from './scans.ts';

/**
 * A rule as SQL. Every text is a whole SELECT and reads only people of the data scope in `Sources.people`: the algebra starts
 * from them, a condition can only take away.
 */
export interface PrintedRule {
  /** One row: `known`, `anonymous`, `known_everybody`, `anonymous_everybody`. */
  readonly count: string;
  /** One row, one column `people`: the bitmap (groupBitmap state of UInt32). */
  readonly bitmap: string;
  /** One column `person` in rising order: the next `limit` people after `after`. */
  page(after: number, limit: number): string;
}

/**
 * Prints a rule that `ruleFaults` has passed.
 *
 * Each pass over a table is a sub-select of one row with a bitmap per condition; the tree is bitmap algebra over them.
 */
export function printRule(rule: Rule, sources: Sources, moment: Moment): PrintedRule {
  const { from, answers } = scanned([rule], sources, moment);
  const people = `(SELECT ${treeSql(rule, answers)} AS people, everybody FROM ${from})`;
  return {
    count: `SELECT ${countsSql('people', '')}, ${countsSql('everybody', '_everybody')} FROM ${people}`,
    bitmap: `SELECT people FROM ${people}`,
    page: (after, limit) =>
      `SELECT arrayJoin(arraySort(bitmapToArray(bitmapSubsetLimit(people, toUInt32(${num(after + 1)}), toUInt32(${num(limit)}))))) AS person FROM ${people}`,
  };
}

/**
 * Prints the head counts of several rules at once: one row with `known_<n>` and `anonymous_<n>`. Conditions that rules have in
 * common are answered once.
 */
export function printCounts(rules: readonly Rule[], sources: Sources, moment: Moment): string {
  const { from, answers } = scanned(rules, sources, moment);
  const bitmaps = rules.map((rule, index) => `${treeSql(rule, answers)} AS r${index}`);
  const counts = rules.map((_, index) => countsSql(`r${index}`, `_${index}`));
  return `SELECT ${counts.join(', ')} FROM (SELECT ${bitmaps.join(', ')} FROM ${from})`;
}

/** Everybody in scope and the answers to all conditions, joined into one row. */
function scanned(rules: readonly Rule[], sources: Sources, moment: Moment) {
  const scans = scansOf(rules.flatMap(leavesOf), sources, moment);
  const answers = new Map(
    scans.flatMap((scan) => scan.bitmaps).map((bitmap) => [bitmap.key, bitmap]),
  );
  const everybody = `(SELECT groupBitmapState(toUInt32(person)) AS everybody FROM ${sources.people})`;
  const from = [everybody, ...scans.map((scan) => scan.sql)]
    .map((sql, index) => `${sql} AS s${index}`)
    .join(' CROSS JOIN ');
  return { from, answers };
}

const knownSql = (bitmap: string) =>
  `bitmapSubsetInRange(${bitmap}, toUInt32(0), toUInt32(${firstAnonymous}))`;

const countsSql = (bitmap: string, suffix: string) =>
  `bitmapCardinality(${knownSql(bitmap)}) AS known${suffix}, bitmapCardinality(${bitmap}) - bitmapCardinality(${knownSql(bitmap)}) AS anonymous${suffix}`;

/** The people of a sub-tree; always a subset of `everybody`. */
function treeSql(rule: Rule, answers: ReadonlyMap<string, BitmapOf>): string {
  if (isLeaf(rule)) return leafSql(rule, answers);
  if (rule.kind === 'not') return `bitmapAndnot(everybody, ${treeSql(rule.of, answers)})`;
  const parts = rule.of.map((child) => treeSql(child, answers));
  const join = rule.kind === 'and' ? 'bitmapAnd' : 'bitmapOr';
  return parts.length === 0
    ? 'everybody'
    : parts.reduce((left, right) => `${join}(${left}, ${right})`);
}

function leafSql(leaf: Leaf, answers: ReadonlyMap<string, BitmapOf>): string {
  if (leaf.kind === 'known') return knownSql('everybody');
  const answer = answers.get(leafKey(leaf));
  if (answer === undefined) throw new TypeError(`no pass answers ${leafKey(leaf)}`);
  return `${answer.complement ? 'bitmapAndnot' : 'bitmapAnd'}(everybody, ${answer.alias})`;
}
