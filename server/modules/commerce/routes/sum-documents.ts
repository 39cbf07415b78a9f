import { sumDocuments } from '@siyu/contract/commerce';
import { endpoint } from '../../../platform/http/index.ts';
import { sourceByPublicId } from '../../collect/index.ts';
import { documentTotals } from '../store/document-totals.ts';

export const sumDocumentsEndpoint = endpoint(sumDocuments, async ({ platform, actor, query }) => {
  const db = platform.postgres.db<unknown>();
  const { source, from, to } = query;
  const found = source === undefined ? undefined : await sourceByPublicId(db, actor.scope, source);
  const totals = await documentTotals(db, actor.scope, {
    ...(found === undefined ? {} : { sourceId: found.sourceId }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  return { asOf: platform.clock.now().toISOString(), totals: [...totals] };
});
