import type { Kysely } from 'kysely';
import { identitiesOfPeople } from '../identity/index.ts';
import { type ConsentActRow, insertConsents } from './store/insert-consents.ts';
import { type ConsentStateRow, putConsentStates } from './store/put-consent-states.ts';
import { withdrawalsOf } from './store/withdrawals-of.ts';

/**
 * Writes consent acts to the ledger and their effect to the states. A withdrawal under one identity binds the whole
 * person; a later grant by the person therefore also lifts the withdrawals under the person's other identities.
 * Returns the states that changed, for their mirror in ClickHouse. Idempotent by `actHash`.
 */
export async function recordConsents(
  tx: Kysely<unknown>,
  acts: readonly (ConsentActRow & { readonly personId: number })[],
): Promise<readonly (ConsentStateRow & { readonly personId: number })[]> {
  const personOf = new Map(acts.map((act) => [act.identityId, act.personId]));
  const written = await insertConsents(tx, acts);
  const granting = written.filter((act) => act.state === 'granted');
  const lifted = await liftedWithdrawals(tx, granting, personOf);
  const changed = await putConsentStates(tx, [...written, ...lifted]);
  for (const row of lifted) personOf.set(row.identityId, row.personId);
  return changed.map((row) => ({ ...row, personId: personOf.get(row.identityId) as number }));
}

async function liftedWithdrawals(
  tx: Kysely<unknown>,
  grants: readonly (ConsentActRow & { readonly entryId: number })[],
  personOf: ReadonlyMap<number, number>,
): Promise<readonly (ConsentStateRow & { readonly personId: number })[]> {
  if (grants.length === 0) return [];
  const people = [...new Set(grants.map((grant) => personOf.get(grant.identityId) as number))];
  const members = await identitiesOfPeople(tx, people);
  const withdrawals = await withdrawalsOf(
    tx,
    members.map((member) => member.identity_id),
  );
  if (withdrawals.length === 0) return [];
  const holder = new Map(members.map((member) => [member.identity_id, member.person_id]));
  return grants.flatMap((grant) => {
    const personId = personOf.get(grant.identityId) as number;
    return withdrawals
      .filter(
        (withdrawal) =>
          holder.get(withdrawal.identityId) === personId &&
          withdrawal.identityId !== grant.identityId &&
          withdrawal.purpose === grant.purpose &&
          withdrawal.channel === grant.channel &&
          withdrawal.orgId === grant.orgId &&
          withdrawal.at < grant.at,
      )
      .map(({ identityId }) => ({ ...grant, identityId, personId }));
  });
}
