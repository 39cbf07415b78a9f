import { type Kysely, sql } from 'kysely';
import { type SummaryRow, summaryColumns } from '../show-document.ts';

/** Documents of some identities, newest first. `after` is [at ISO, document_id] of the last row before. */
export async function documentsOfIdentities(
  db: Kysely<unknown>,
  identityIds: readonly number[],
  page: { readonly after?: readonly [string, number] | undefined; readonly limit: number },
): Promise<readonly SummaryRow[]> {
  const { after, limit } = page;
  const { rows } = await sql<SummaryRow>`
    select ${summaryColumns} from commerce.document
    where identity_id = any(${[...identityIds]}::bigint[])
      and ${after === undefined ? sql`true` : sql`(at, document_id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`}
    order by at desc, document_id desc limit ${limit}`.execute(db);
  return rows;
}
