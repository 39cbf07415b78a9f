import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import { erasePersonFromClickHouse } from './erase-from-clickhouse.ts';
import { eraseFromClickHouse } from './erase-person.ts';
import { readBoxes } from './read-boxes.ts';
import { consentsOf } from './store/consents-of.ts';

export function registerPrivacy({ jobs, registries }: Platform): void {
  jobs.define(eraseFromClickHouse, (platform, { erasureId }) =>
    erasePersonFromClickHouse(platform, erasureId as number),
  );
  registries.personAssets.push(
    {
      table: 'privacy.personal_box',
      store: 'postgres',
      key: 'person_id',
      erase: async ({ tx, originPersonIds }) => {
        await sql`delete from privacy.personal_box where person_id = any(${[...originPersonIds]}::bigint[])`.execute(
          tx,
        );
      },
      export: async ({ personId }, { postgres, keys }) => {
        const box = (await readBoxes(postgres.db<unknown>(), keys, [personId])).get(personId);
        return box ? [{ identifiers: Object.values(box.identifiers), traits: box.traits }] : [];
      },
    },
    {
      table: 'privacy.blind_index',
      store: 'postgres',
      key: 'person_id',
      erase: async ({ tx, originPersonIds }) => {
        await sql`delete from privacy.blind_index where person_id = any(${[...originPersonIds]}::bigint[])`.execute(
          tx,
        );
      },
    },
    {
      // The ledger stays as proof of what was allowed when, without a tie to anybody: identity 0 with the act's hash.
      table: 'privacy.consent_entry',
      store: 'postgres',
      key: 'identity_id',
      erase: async ({ tx, identityIds }) => {
        await sql`
          update privacy.consent_entry set identity_id = 0, evidence = '{}'
          where identity_id = any(${[...identityIds]}::bigint[])`.execute(tx);
      },
      export: async ({ identityIds }, { postgres }) =>
        (await consentsOf(postgres.db<unknown>(), identityIds)).map((row) => ({ ...row })),
    },
    {
      table: 'privacy.consent_state',
      store: 'postgres',
      key: 'identity_id',
      erase: async ({ tx, identityIds }) => {
        await sql`delete from privacy.consent_state where identity_id = any(${[...identityIds]}::bigint[])`.execute(
          tx,
        );
      },
    },
    {
      // What was erased and when is the proof that the law asks for; it holds ids that lead to nobody any more.
      table: 'privacy.erasure',
      store: 'postgres',
      key: 'person_id',
      erase: async () => undefined,
    },
    {
      table: 'privacy_consent',
      store: 'clickhouse',
      key: 'identity_id',
      erase: async ({ identityIds }, { clickhouse }) => {
        if (identityIds.length === 0) return;
        await clickhouse.command({
          name: 'privacy.erase_consent',
          sql: `DELETE FROM privacy_consent WHERE identity_id IN (${identityIds.join(', ')})`,
        });
      },
    },
  );
}
