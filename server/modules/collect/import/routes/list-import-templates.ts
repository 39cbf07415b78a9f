import { listImportTemplates } from '@siyu/contract/collect';
import { readyTemplates } from '@siyu/engine/import';
import { decodeCursor, encodeCursor, endpoint } from '../../../../platform/http/index.ts';
import { showOwnTemplate, showReadyTemplate } from '../show-template.ts';
import { ownTemplates } from '../store/own-templates.ts';

export const listImportTemplatesEndpoint = endpoint(
  listImportTemplates,
  async ({ platform, query }) => {
    const limit = query.limit ?? 50;
    const after = query.cursor === undefined ? 0 : Number(decodeCursor(query.cursor, 1)[0]);
    const rows = await ownTemplates(platform.postgres.db(), { after, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    // Ready-made ones stand on the first page, above its own rows.
    const ready = after === 0 ? readyTemplates.map(showReadyTemplate) : [];
    return {
      items: [...ready, ...page.map(showOwnTemplate)],
      next: last && rows.length > limit ? encodeCursor([last.import_template_id]) : null,
    };
  },
);
