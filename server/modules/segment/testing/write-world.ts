import { oneOf, str } from '@siyu/engine/clickhouse';
import type { Sources } from '@siyu/engine/segment';
import type { ClickHouse } from '../../../platform/clickhouse/index.ts';
import { identitySource, peopleSource, personOf } from '../../identity/index.ts';
import { consentSource } from '../../privacy/index.ts';
import { traitSource } from '../../profile/index.ts';
import { orgCode, orgIds, orgsUnder, segments, tags } from './pools.ts';
import { kindCode, type World } from './random-world.ts';

const tables = [
  'collect_event',
  'identity_override',
  'identity_known',
  'identity_org',
  'profile_trait',
  'profile_tag',
  'privacy_consent',
  'segment_people',
];
const iso = (milliseconds: number) => new Date(milliseconds).toISOString();

/** Replaces everything in ClickHouse by a world. */
export async function writeWorld(clickhouse: ClickHouse, world: World): Promise<void> {
  for (const table of tables) {
    await clickhouse.command({ name: 'test.empty', sql: `TRUNCATE TABLE ${table}` });
  }
  const person = new Map(world.identities.map((row) => [row.id, row.person]));
  const put = (table: string, rows: readonly object[]) =>
    rows.length === 0 ? Promise.resolve() : clickhouse.insert({ table, rows });
  const of = (id: number) => ({ identity_id: id, person: person.get(id) ?? 0 });
  await put(
    'identity_known',
    world.identities.map((row) => ({
      ...of(row.id),
      kind: kindCode(row.kind),
      since: iso(0),
      source: 1,
    })),
  );
  await put(
    'identity_override',
    world.overrides.map((row, version) => ({ identity_id: row.id, person: row.person, version })),
  );
  await put(
    'identity_org',
    world.orgs.map((row) => ({ ...of(row.id), org: row.org })),
  );
  await put(
    'profile_trait',
    world.traits.map((row) => ({ ...of(row.id), name: row.name, ...row.cell, at: iso(row.at) })),
  );
  await put(
    'privacy_consent',
    world.consents.map(({ id, at, granted, ...row }) => ({
      ...of(id),
      ...row,
      granted: granted ? 1 : 0,
      at: iso(at),
    })),
  );
  await put(
    'collect_event',
    world.events.map(({ id, time, ...row }, index) => ({
      ...row,
      ...of(id),
      time: iso(time),
      event_id: index,
      block: 1,
      received: iso(time),
      currency: 'CNY',
      product: '',
      category: '',
      journey: 0,
    })),
  );
  for (const row of world.tags) {
    await stored(
      clickhouse,
      'profile_tag',
      `${tags.indexOf(row.tag as 'tag_a')} AS tag, ${str(row.value)} AS value, 0 AS shard, 1 AS generation`,
      row.people,
    );
  }
  for (const row of world.segments) {
    await stored(
      clickhouse,
      'segment_people',
      `${segments.indexOf(row.segment as 'seg_a')} AS segment, 1 AS version, 0 AS shard`,
      row.people,
    );
  }
  await clickhouse.command({
    name: 'test.map',
    sql: 'SYSTEM RELOAD DICTIONARY identity_person',
    lane: 'admin',
  });
}

const stored = (clickhouse: ClickHouse, table: string, keys: string, people: readonly number[]) =>
  clickhouse.command({
    name: 'test.bitmap',
    sql: `INSERT INTO ${table} SELECT ${keys}, groupBitmapState(toUInt32(person)) AS people FROM (SELECT arrayJoin(${people.length === 0 ? 'emptyArrayUInt32()' : `[${people.join(', ')}]`}) AS person)`,
  });

/** What the front doors give, for a world. */
export function sourcesOf(world: World): Sources {
  const numbers = new Map(orgIds.map((id) => [orgCode(id), id]));
  const scope = {
    rootId: world.scope,
    everything: world.scope === 1,
    orgIds: orgsUnder(world.scope),
  };
  return {
    events: 'collect_event',
    traits: traitSource,
    identities: identitySource,
    orgs: 'identity_org',
    people: peopleSource(scope, 'all'),
    personOf,
    consent: (purpose, channel, code) => {
      const id = code === null ? undefined : numbers.get(code);
      if (code === null) return consentSource({ purpose, channel });
      const orgIds = id === undefined ? [] : nodesAbove(id);
      return consentSource({ purpose, channel, orgIds });
    },
    tag: (tag, values) =>
      `(SELECT people FROM profile_tag WHERE tag = ${tags.indexOf(tag as 'tag_a')}${values === null ? '' : ` AND ${oneOf('value', values, str)}`})`,
    segment: (segment) =>
      `(SELECT people FROM segment_people WHERE segment = ${segments.indexOf(segment as 'seg_a')})`,
    references: (column, code) => {
      const id = numbers.get(code);
      if (id === undefined) return [];
      return column === 'org' ? orgsUnder(id) : [id];
    },
  };
}

const nodesAbove = (id: number) => orgIds.filter((one) => orgsUnder(one).includes(id));
