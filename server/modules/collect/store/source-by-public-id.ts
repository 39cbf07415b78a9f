import { type Kysely, sql } from 'kysely';
import { problem, type Scope } from '../../../platform/http/index.ts';

/** A source of the caller's part of the organisation. @throws collect.source_unknown */
export async function sourceByPublicId(
  db: Kysely<unknown>,
  scope: Scope,
  publicId: string,
): Promise<{ readonly sourceId: number; readonly name: string }> {
  const { rows } = await sql<{ sourceId: number; name: string }>`
    select source_id as "sourceId", name from collect.source
    where public_id = ${publicId} and kind <> 'system' and org_id = any(${[...scope.orgIds]}::int[])`.execute(
    db,
  );
  const found = rows[0];
  if (!found) throw problem('collect.source_unknown', { source: publicId });
  return found;
}
