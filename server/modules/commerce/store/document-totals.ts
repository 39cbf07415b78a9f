import type { DocumentTotals } from '@siyu/contract/commerce';
import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { countedAmount } from '../show-document.ts';
import { inOrg } from './in-org.ts';

/** What the documents of a data scope sum up to, by currency and kind. */
export async function documentTotals(
  db: Kysely<unknown>,
  scope: Scope,
  filter: { readonly sourceId?: number; readonly from?: string; readonly to?: string } = {},
): Promise<readonly DocumentTotals[]> {
  const { sourceId, from, to } = filter;
  const { rows } = await sql<DocumentTotals>`
    select currency, kind, count(*) as documents, coalesce(sum(jsonb_array_length(lines)), 0)::bigint as lines,
      sum(${countedAmount})::bigint as amount
    from commerce.document
    where ${inOrg(scope)}
      and ${sourceId === undefined ? sql`true` : sql`source_id = ${sourceId}`}
      and ${from === undefined ? sql`true` : sql`at >= ${from}::timestamptz`}
      and ${to === undefined ? sql`true` : sql`at < ${to}::timestamptz`}
    group by currency, kind order by currency, kind`.execute(db);
  return rows;
}
