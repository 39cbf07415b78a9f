import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { type SummaryRow, summaryColumns } from '../show-document.ts';
import { inOrg } from './in-org.ts';

/** A page of documents in a data scope, newest first. `after` is [at ISO, document_id] of the last row before. */
export async function documentPage(
  db: Kysely<unknown>,
  scope: Scope,
  query: {
    readonly kind?: string | undefined;
    readonly number?: string | undefined;
    readonly after?: readonly [string, number] | undefined;
    readonly limit: number;
  },
): Promise<readonly SummaryRow[]> {
  const { kind, number, after, limit } = query;
  const { rows } = await sql<SummaryRow>`
    select ${summaryColumns} from commerce.document
    where ${inOrg(scope)}
      and ${kind === undefined ? sql`true` : sql`kind = ${kind}`}
      and ${number === undefined ? sql`true` : sql`(number = ${number} or order_number = ${number})`}
      and ${after === undefined ? sql`true` : sql`(at, document_id) < (${after[0]}::timestamptz, ${after[1]}::bigint)`}
    order by at desc, document_id desc limit ${limit}`.execute(db);
  return rows;
}
