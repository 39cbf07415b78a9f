import { identifierKinds } from '@siyu/contract/identity';
import type {
  ConsentLeaf,
  IdentifierLeaf,
  OrgLeaf,
  SegmentLeaf,
  TagLeaf,
  TraitLeaf,
} from '@siyu/contract/segment';
import { num, oneOf, str } from '../../clickhouse/literal.ts';
import type { Moment } from '../moment.ts';
import type { Sources } from '../sources.ts';
import { traitTestSql } from './column.ts';
import { bitmapsOver, type Scan } from './scan.ts';

export interface Named<Leaf> {
  readonly key: string;
  readonly alias: string;
  readonly leaf: Leaf;
}

/** One pass over the statements of one trait: the latest of each person, then a bitmap per condition. */
export function traitScan(
  leaves: readonly Named<TraitLeaf>[],
  sources: Sources,
  moment: Moment,
): Scan {
  const name = str(leaves[0]?.leaf.trait ?? '');
  const person = sources.personOf('identity_id', 'person');
  // One number to be latest by: comparing pairs (at, identity_id) took 2.5 times as long over 200,000 people. argMax would
  // skip rows without a number and find an older one, so no number is NaN here.
  const order = 'toInt128(toUnixTimestamp64Milli(at)) * 4294967296 * 4294967296 + identity_id';
  const cells = `(SELECT ${person} AS p, argMax(text, ${order}) AS latest_text, argMax(ifNull(number, nan), ${order}) AS latest_number FROM ${sources.traits} WHERE name = ${name} GROUP BY p)`;
  const conditions = leaves.map(({ alias, leaf }) => ({
    alias,
    // Nobody without a statement is in the table, so "absent" is everybody else.
    holds: traitTestSql(leaf.test.op === 'absent' ? { op: 'exists' } : leaf.test, moment),
  }));
  const bitmaps = leaves.map(({ key, alias, leaf }) => ({
    key,
    alias,
    complement: leaf.test.op === 'absent',
  }));
  return { sql: bitmapsOver(cells, conditions), bitmaps };
}

const plain = ({ key, alias }: Named<unknown>) => ({ key, alias, complement: false });

/** One pass over the identities for all kinds that are asked for. */
export function identifierScan(leaves: readonly Named<IdentifierLeaf>[], sources: Sources): Scan {
  const codes = leaves.map(({ leaf }) => identifierKinds[leaf.identifier].code);
  const person = sources.personOf('identity_id', 'person');
  const rows = `(SELECT ${person} AS p, kind FROM ${sources.identities} WHERE ${oneOf('kind', codes, num)})`;
  const conditions = leaves.map(({ alias }, index) => ({
    alias,
    holds: leaves.length === 1 ? 'true' : `kind = ${codes[index]}`,
  }));
  return { sql: bitmapsOver(rows, conditions), bitmaps: leaves.map(plain) };
}

/** People known to a node or one below it. */
export function orgScan(named: Named<OrgLeaf>, sources: Sources): Scan {
  const nodes = oneOf('org', sources.references('org', named.leaf.org), num);
  const person = sources.personOf('identity_id', 'person');
  const rows = `(SELECT ${person} AS p FROM ${sources.orgs} WHERE ${nodes})`;
  const sql = bitmapsOver(rows, [{ alias: named.alias, holds: 'true' }]);
  return { sql, bitmaps: [plain(named)] };
}

/** People with a grant and no withdrawal. */
export function consentScan(named: Named<ConsentLeaf>, sources: Sources): Scan {
  const { purpose, channel, org } = named.leaf;
  const granted = sources.consent(purpose, channel, org ?? null);
  const rows = `(SELECT toUInt32(person) AS p FROM ${granted})`;
  const sql = bitmapsOver(rows, [{ alias: named.alias, holds: 'true' }]);
  return { sql, bitmaps: [plain(named)] };
}

/** People of a stored bitmap: a tag or another segment. */
export function storedScan(named: Named<TagLeaf | SegmentLeaf>, sources: Sources): Scan {
  const { leaf, alias } = named;
  const stored =
    leaf.kind === 'tag'
      ? sources.tag(leaf.tag, leaf.values ?? null)
      : sources.segment(leaf.segment);
  const sql = `(SELECT groupBitmapMergeState(people) AS ${alias} FROM ${stored})`;
  return { sql, bitmaps: [plain(named)] };
}
