import { sumDocuments } from '@siyu/contract/commerce';
import { endpoint } from '../../../platform/http/index.ts';
import { documentTotals } from '../store/document-totals.ts';

export const sumDocumentsEndpoint = endpoint(sumDocuments, async ({ platform, actor, query }) => {
  const { from, to } = query;
  const totals = await documentTotals(platform.postgres.db<unknown>(), actor.scope, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  return { asOf: platform.clock.now().toISOString(), totals: [...totals] };
});
