import { listVersions } from '@siyu/contract/content';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { actorNames } from '../../org/index.ts';
import { templateInScope } from '../show-template.ts';
import { versionPage } from '../store/version-page.ts';

export const listVersionsEndpoint = endpoint(
  listVersions,
  async ({ platform, actor, params, query: { cursor, limit = 50 } }) => {
    const db = platform.postgres.db<unknown>();
    const { templateId } = await templateInScope(db, actor.scope, params.template);
    const before = cursor ? Number(decodeCursor(cursor, 1)[0]) : 2 ** 31 - 1;
    const rows = await versionPage(db, templateId, before, limit + 1);
    const names = await actorNames(
      db,
      rows.map(({ savedBy }) => savedBy),
    );
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return {
      items: rows.slice(0, limit).map((row) => ({
        ...row,
        savedBy: names.get(row.savedBy) ?? row.savedBy,
        savedAt: row.savedAt.toISOString(),
        publishedAt: row.publishedAt?.toISOString() ?? null,
      })),
      next: last ? encodeCursor([last.version]) : null,
    };
  },
);
