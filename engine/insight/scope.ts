import { num, oneOf } from '../clickhouse/literal.ts';
import { firstAnonymous } from '../segment/index.ts';

/** The data scope of a question, and where its printers find things. Nothing here is optional: no printer can forget it. */
export interface InsightScope {
  /** Nodes of the subtree; null for the whole organisation. */
  readonly orgIds: readonly number[] | null;
  /** Nodes above the subtree. */
  readonly aboveIds: readonly number[];
  /** Sub-select of one column `person`: the known people in the scope. */
  readonly known: string;
  /** Sub-select of one column `person`: everybody in the scope. */
  readonly everybody: string;
  /** Table of events. */
  readonly events: string;
  /** Table of identities: identity_id, person, kind, since. */
  readonly identities: string;
  /** Expression of the mapped person of a row; 0 = nobody. */
  readonly person: string;
  /** Sub-select of one column `person`: people who grant marketing on a channel. */
  consent(channel: string): string;
}

/** Rows of events that happened at the nodes of the scope. */
export const rowsOfPlace = ({ orgIds }: InsightScope): string =>
  orgIds === null ? 'true' : oneOf('org', orgIds, num);

/**
 * Rows of events that people of the scope did there or at the levels above it (a store's member in the brand's mini
 * program), never those at a neighbour's.
 */
export function rowsOfPeople(scope: InsightScope): string {
  if (scope.orgIds === null) return 'true';
  const nodes = oneOf('org', [...scope.orgIds, ...scope.aboveIds], num);
  return `(${nodes} AND ${scope.person} IN ${scope.everybody})`;
}

/** `p` is a known person of the scope. */
export function isKnown(scope: InsightScope, p = 'p'): string {
  const range = `${p} BETWEEN 1 AND ${firstAnonymous - 1}`;
  return scope.orgIds === null ? `(${range})` : `(${range} AND ${p} IN ${scope.known})`;
}

/** `p` is somebody of the scope, known or not. */
export const isSomebody = (scope: InsightScope, p = 'p'): string =>
  scope.orgIds === null ? `(${p} > 0)` : `(${p} > 0 AND ${p} IN ${scope.everybody})`;
