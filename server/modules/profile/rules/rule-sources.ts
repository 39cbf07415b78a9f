import type { Rule } from '@siyu/contract/segment';
import {
  type ReferenceColumn,
  type References,
  referencesOf,
  type Sources,
} from '@siyu/engine/segment';
import type { Kysely } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { eventTable } from '../../collect/index.ts';
import { identitySource, identityTables, peopleSource, personOf } from '../../identity/index.ts';
import { ancestorsOf, nodesByCode, scopeOf } from '../../org/index.ts';
import { consentSource } from '../../privacy/index.ts';
import { type TagInForce, tagsInForce } from '../tags/store/tags-in-force.ts';
import { tagSource } from '../tags/tag-source.ts';
import { traitSource } from '../traits/sources.ts';
import { eventReferences } from './event-references.ts';

/** What rules are printed against, and what they name that does not exist. */
export interface RuleSources {
  readonly sources: Sources;
  readonly unknown: readonly string[];
}

/** How the module of segments answers for segments; absent where rules may not name any. */
export type SegmentLookup = (
  publicIds: readonly string[],
) => Promise<ReadonlyMap<string, { readonly sql: string }>>;

/** Looks up everything that some rules name, and gathers the sources of all modules for a data scope. */
export async function ruleSources(
  platform: Platform,
  scope: Scope,
  rules: readonly Rule[],
  lookUpSegments: SegmentLookup = async () => new Map(),
): Promise<RuleSources> {
  const db = platform.postgres.db<unknown>();
  const named = referencesOf(rules);
  const [orgs, tags, segments, others] = await Promise.all([
    orgNumbers(db, named),
    tagsInForce(db, [...named.tags]),
    lookUpSegments([...named.segments]),
    otherNumbers(platform, named),
  ]);
  const numbers: Readonly<Record<ReferenceColumn, ReadonlyMap<string, readonly number[]>>> = {
    store: orgs.self,
    org: orgs.under,
    ...others,
  };
  const unknown = [
    ...[...named.tags].filter((tag) => !tags.has(tag)),
    ...[...named.segments].filter((segment) => !segments.has(segment)),
    ...[...named.consentOrgs].filter((code) => !orgs.above.has(code)),
    ...(Object.keys(numbers) as ReferenceColumn[]).flatMap((column) =>
      [...named.columns[column]].filter((value) => !numbers[column].has(value)),
    ),
  ];
  const sources: Sources = {
    events: eventTable.byName,
    traits: traitSource,
    identities: identitySource,
    orgs: identityTables.org,
    people: peopleSource(scope, 'all'),
    personOf,
    consent: (purpose, channel, code) =>
      consentSource({
        purpose,
        channel,
        ...(code === null ? {} : { orgIds: orgs.above.get(code) ?? [] }),
      }),
    tag: (tag, values) => tagSource(found(tags, tag) as TagInForce, values),
    segment: (segment) => found(segments, segment).sql,
    references: (column, value) => numbers[column].get(value) ?? [],
  };
  return { sources, unknown };
}

function found<T>(map: ReadonlyMap<string, T>, key: string): T {
  const value = map.get(key);
  if (value === undefined) throw new TypeError(`${key} was not looked up before printing`);
  return value;
}

async function orgNumbers(db: Kysely<unknown>, named: References) {
  const codes = [...named.columns.org, ...named.columns.store, ...named.consentOrgs];
  const nodes = codes.length === 0 ? new Map() : await nodesByCode(db, codes);
  const self = new Map<string, readonly number[]>();
  const under = new Map<string, readonly number[]>();
  const above = new Map<string, readonly number[]>();
  for (const [code, node] of nodes) {
    self.set(code, [node.org_id]);
    if (named.columns.org.has(code)) under.set(code, (await scopeOf(db, node.org_id)).orgIds);
    if (named.consentOrgs.has(code)) above.set(code, await ancestorsOf(db, node.org_id));
  }
  return { self, under, above };
}

async function otherNumbers(platform: Platform, named: References) {
  const things = await eventReferences(platform, named);
  const numbersOf = (column: keyof typeof things) =>
    new Map([...things[column]].map(([id, { number }]) => [id, [number]]));
  return {
    source: numbersOf('source'),
    campaign: numbersOf('campaign'),
    journey: numbersOf('journey'),
  };
}
