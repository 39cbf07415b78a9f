import { listTemplates } from '@siyu/contract/content';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { showSummaries } from '../show-template.ts';
import { templatePage } from '../store/template-page.ts';

export const listTemplatesEndpoint = endpoint(listTemplates, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, ...filter } = query;
  const db = platform.postgres.db<unknown>();
  const after = cursor ? decodeCursor(cursor, 2) : undefined;
  const rows = await templatePage(db, actor.scope, { ...filter, after, limit: limit + 1 });
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    items: await showSummaries(db, rows.slice(0, limit)),
    next: last ? encodeCursor([last.changedAt.toISOString(), last.templateId]) : null,
  };
});
