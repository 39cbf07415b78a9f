import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../../platform/http/index.ts';
import type { ListedImport } from '../show-import.ts';

/** A page of the imports of a data scope, newest first; `before` is the id of the last one of the page before. */
export async function importPage(
  db: Kysely<unknown>,
  scope: Scope,
  query: {
    readonly before?: number | undefined;
    readonly state?: string | undefined;
    readonly limit: number;
  },
): Promise<readonly ListedImport[]> {
  const { before, state, limit } = query;
  const { rows } = await sql<ListedImport>`
    select import.*, source.public_id as source_public_id, source.name as source_name
    from collect.import join collect.source using (source_id)
    where source.org_id = any(${[...scope.orgIds]}::int[])
      and ${before === undefined ? sql`true` : sql`import_id < ${before}`}
      and ${state === undefined ? sql`true` : sql`import.state = ${state}`}
    order by import_id desc limit ${limit}`.execute(db);
  return rows;
}
