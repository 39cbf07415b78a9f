import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { inScope } from '../scope.ts';

/** Who holds each identifier of one kind, by its hash, and whether that person is in a data scope. */
export async function peopleOfHashes(
  db: Kysely<unknown>,
  scope: Scope,
  kind: number,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, { readonly person_id: number; readonly in_scope: boolean }>> {
  const { rows } = await sql<{ hash: string; person_id: number; in_scope: boolean }>`
    select hash, person.person_id, ${inScope(scope, sql.ref('person.person_id'))} as in_scope
    from identity.identity join identity.person using (person_id)
    where identity.kind = ${kind} and hash = any(${[...hashes]}::uuid[]) and person.state = 'active'`.execute(
    db,
  );
  return new Map(rows.map(({ hash, ...row }) => [hash, row]));
}
