import { type Kysely, sql } from 'kysely';
import type { Scope } from '../../../platform/http/index.ts';
import { type SummaryRow, summaryColumns } from '../show-document.ts';
import type { StoredLine } from '../tables.ts';
import { inOrg } from './in-org.ts';

/** One document of a data scope with its lines; undefined when there is none that the caller may see. */
export async function documentWithLines(
  db: Kysely<unknown>,
  scope: Scope,
  documentId: number,
): Promise<(SummaryRow & { readonly lines: readonly StoredLine[] }) | undefined> {
  const { rows } = await sql<SummaryRow & { lines: readonly StoredLine[] }>`
    select ${summaryColumns}, lines from commerce.document
    where document_id = ${documentId} and ${inOrg(scope)}`.execute(db);
  return rows[0];
}
