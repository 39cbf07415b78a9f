import { readDocument } from '@siyu/contract/commerce';
import { endpoint, problem } from '../../../platform/http/index.ts';
import { showSummary } from '../show-document.ts';
import { documentWithLines } from '../store/document-with-lines.ts';
import { settledLine } from '../store/documents-by-key.ts';

export const readDocumentEndpoint = endpoint(readDocument, async ({ platform, actor, params }) => {
  const id = Number(params.document.slice('doc_'.length));
  const row = Number.isSafeInteger(id)
    ? await documentWithLines(platform.postgres.db<unknown>(), actor.scope, id)
    : undefined;
  if (!row) throw problem('commerce.document_unknown', { document: params.document });
  return { ...showSummary(row), lines: row.lines.map(settledLine) };
});
