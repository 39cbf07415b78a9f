import type { Platform } from '../../platform/platform.ts';
import type { PersonAsset } from '../../platform/registries/index.ts';
import { eraseIdentities } from './erase-identities.ts';
import { identitiesWithSource } from './read-people.ts';

const clickhouseAsset = (table: string): PersonAsset => ({
  table,
  store: 'clickhouse',
  key: 'identity_id',
  erase: async ({ identityIds }, { clickhouse }) => {
    if (identityIds.length === 0) return;
    await clickhouse.command({
      name: `identity.erase_${table}`,
      sql: `DELETE FROM ${table} WHERE identity_id IN (${identityIds.join(', ')})`,
    });
  },
});

/** The PostgreSQL tables go together in one deed, which the first entry does; the others say so by doing nothing more. */
const identityTable = (table: string, key: PersonAsset['key']): PersonAsset => ({
  table,
  store: 'postgres',
  key,
  erase: async (target) => eraseIdentities(target.tx, target),
});

export function registerIdentity({ registries }: Platform): void {
  registries.personAssets.push(
    {
      ...identityTable('identity.identity', 'identity_id'),
      export: async ({ personId }, { postgres }) =>
        (await identitiesWithSource(postgres.db<unknown>(), [personId])).map(
          ({ kind, first_seen_at, source_id }) => ({
            kind,
            first_seen_at,
            source_id,
          }),
        ),
    },
    identityTable('identity.person', 'person_id'),
    identityTable('identity.map_change', 'identity_id'),
    identityTable('identity.identity_org', 'identity_id'),
    identityTable('identity.refused_link', 'person_id'),
    clickhouseAsset('identity_known'),
    clickhouseAsset('identity_override'),
    clickhouseAsset('identity_org'),
  );
}
