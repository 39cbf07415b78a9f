import { type RawBuilder, sql } from 'kysely';
import type { ErasureTarget, PersonAsset } from '../../platform/registries/index.ts';

/** What this module keeps about people; what they got is told by the deliveries. */
export const personAssets: readonly PersonAsset[] = [
  {
    table: 'journey.member',
    store: 'postgres',
    key: 'person_id',
    erase: async ({ tx, ...target }) => {
      await sql`delete from journey.member where ${isTarget(target)}`.execute(tx);
    },
    export: async (target, { postgres }) => {
      const { rows } = await sql<{ campaign: string; enteredAt: Date }>`
        select campaign.name as campaign, entered_at as "enteredAt", member.context
        from journey.member join journey.run using (run_id) join journey.campaign using (campaign_id)
        where ${isTarget(target)}`.execute(postgres.db<unknown>());
      return rows.map((row) => ({ ...row }));
    },
  },
  {
    table: 'journey.rehearsal_person',
    store: 'postgres',
    key: 'person_id',
    erase: async ({ tx, originPersonIds }) => {
      await sql`
        delete from journey.rehearsal_person where person_id = any(${[...originPersonIds]}::bigint[])`.execute(
        tx,
      );
    },
  },
];

/** Runs are few, so that the primary key (run, person) finds a person in all of them. */
function isTarget({
  originPersonIds,
}: Pick<ErasureTarget, 'originPersonIds'>): RawBuilder<boolean> {
  return sql<boolean>`member.run_id = any(array(select run_id from journey.run))
    and member.person_id = any(${[...originPersonIds]}::bigint[])`;
}
