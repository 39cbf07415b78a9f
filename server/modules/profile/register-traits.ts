import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { auditActions } from './audit-actions.ts';
import { traitSource } from './traits/sources.ts';
import { traitsOfIdentities } from './traits/traits-of-person.ts';

export function registerTraits({ registries }: Platform): void {
  for (const [action, names] of Object.entries(auditActions))
    registries.auditActions.set(action, names);
  registries.personAssets.push(
    {
      table: 'profile.trait',
      store: 'postgres',
      key: 'identity_id',
      erase: async ({ tx, identityIds }) => {
        await sql`delete from profile.trait where identity_id = any(${[...identityIds]}::bigint[])`.execute(
          tx,
        );
      },
      export: async ({ identityIds }, { postgres }) =>
        (await traitsOfIdentities(postgres.db<unknown>(), identityIds)).map((row) => ({ ...row })),
    },
    {
      table: traitSource,
      store: 'clickhouse',
      key: 'identity_id',
      erase: async ({ identityIds }, { clickhouse }) => {
        if (identityIds.length === 0) return;
        await clickhouse.command({
          name: 'profile.erase_traits',
          sql: `DELETE FROM ${traitSource} WHERE identity_id IN (${identityIds.join(', ')})`,
        });
      },
    },
  );
}
