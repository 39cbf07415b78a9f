import { type RawBuilder, sql } from 'kysely';
import type { ClickHouse } from '../../platform/clickhouse/index.ts';
import { num } from '../../platform/clickhouse/literal.ts';
import type { Scope } from '../../platform/http/index.ts';

/** First person id of the anonymous kind; known people are below it. */
export const firstAnonymousId = 2 ** 31;

/**
 * ClickHouse expression of the person whom an identity belongs to now, from a row that keeps the person as of its
 * writing. 0 stands for nobody: erased, or an anonymous order.
 */
export function personOf(identityColumn = 'identity_id', personColumn = 'person'): string {
  return `dictGetOrDefault('siyu.identity_person', 'person', ${identityColumn}, ${personColumn})`;
}

/**
 * ClickHouse sub-select `(SELECT DISTINCT … AS person)` of the people in a data scope: everybody, or those whom a node of
 * the subtree has met. `people` narrows it to known or anonymous ones.
 */
export function peopleSource(
  scope: Scope,
  people: 'known' | 'anonymous' | 'all' = 'known',
): string {
  const person = personOf();
  const kind = {
    known: `person_now BETWEEN 1 AND ${firstAnonymousId - 1}`,
    anonymous: `person_now >= ${firstAnonymousId}`,
    all: 'person_now > 0',
  }[people];
  const from = scope.everything
    ? 'identity_known'
    : `identity_org WHERE org IN (${scope.orgIds.length > 0 ? scope.orgIds.map(num).join(', ') : 'NULL'})`;
  return `(SELECT DISTINCT person_now AS person FROM (SELECT ${person} AS person_now FROM ${from}) WHERE ${kind})`;
}

/** ClickHouse table of everyone who is known by an identifier: identity_id, person, kind (code), since, source. */
export const identitySource = 'identity_known';

/** PostgreSQL source of the map: `identity_id → person_id`, with `kind` (code). */
export const identityMap: RawBuilder<unknown> = sql`identity.identity`;

/** ClickHouse tables that mirror the map; the pipeline writes their rows as part of a block. */
export const identityTables = {
  known: 'identity_known',
  override: 'identity_override',
  org: 'identity_org',
} as const;

/** Makes new overrides visible to every query: the dictionary is read anew. */
export async function reloadIdentityMap(clickhouse: ClickHouse): Promise<void> {
  await clickhouse.command({
    name: 'identity.reload_map',
    sql: 'SYSTEM RELOAD DICTIONARY siyu.identity_person',
    lane: 'ingest',
  });
}
