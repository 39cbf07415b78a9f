import { listDocuments } from '@siyu/contract/commerce';
import { endpoint } from '../../../platform/http/index.ts';
import { pageOf, timeKey } from '../page-of.ts';
import { showSummary } from '../show-document.ts';
import { documentPage } from '../store/document-page.ts';

export const listDocumentsEndpoint = endpoint(listDocuments, async ({ platform, actor, query }) => {
  const limit = query.limit ?? 50;
  const rows = await documentPage(platform.postgres.db<unknown>(), actor.scope, {
    kind: query.kind,
    number: query.number,
    after: timeKey(query.cursor),
    limit: limit + 1,
  });
  return pageOf(rows, limit, showSummary, (row) => [row.at.toISOString(), row.document_id]);
});
