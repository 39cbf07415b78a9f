import type { DocumentSummary } from '@siyu/contract/commerce';
import type { Platform } from '../../platform/platform.ts';
import { pageOf, timeKey } from './page-of.ts';
import { showSummary } from './show-document.ts';
import { documentsOfIdentities } from './store/documents-of-identities.ts';

/**
 * A person's orders, refunds and adjustments by the person's identities, newest first. The caller has checked that the
 * person is in its data scope.
 */
export async function ordersOf(
  platform: Platform,
  identityIds: readonly number[],
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ items: DocumentSummary[]; next: string | null }> {
  const rows = await documentsOfIdentities(platform.postgres.db<unknown>(), identityIds, {
    after: timeKey(page.cursor),
    limit: page.limit + 1,
  });
  return pageOf(rows, page.limit, showSummary, (row) => [row.at.toISOString(), row.document_id]);
}
