import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import type { PersonAsset } from '../../platform/registries/index.ts';
import { documentsOfIdentities } from './store/documents-of-identities.ts';
import { ownedOfIdentities } from './store/owned-of-identities.ts';

/** The rows stay, for the books need them; what goes is the tie to the person. */
const untie = (table: string, exported?: PersonAsset['export']): PersonAsset => ({
  table,
  store: 'postgres',
  key: 'identity_id',
  erase: async ({ tx, identityIds, at }) => {
    await sql`
      update ${sql.table(table)} set identity_id = null, updated_at = ${at}
      where identity_id = any(${[...identityIds]}::bigint[])`.execute(tx);
  },
  ...(exported ? { export: exported } : {}),
});

const allRows = 10_000;

export function registerCommerce({ registries }: Platform): void {
  registries.personAssets.push(
    untie('commerce.document', async ({ identityIds }, { postgres }) => {
      const copy: Readonly<Record<string, unknown>>[] = [];
      for (let after: readonly [string, number] | undefined; ; ) {
        const rows = await documentsOfIdentities(postgres.db<unknown>(), identityIds, {
          after,
          limit: allRows,
        });
        copy.push(...rows.map((row) => ({ ...row })));
        const last = rows.at(-1);
        if (!last || rows.length < allRows) return copy;
        after = [last.at.toISOString(), last.document_id];
      }
    }),
    untie('commerce.shipment'),
    untie('commerce.owned_product', async ({ identityIds }, { postgres }) =>
      (await ownedOfIdentities(postgres.db<unknown>(), identityIds)).map((row) => ({ ...row })),
    ),
  );
}
