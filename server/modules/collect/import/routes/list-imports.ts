import { listImports } from '@siyu/contract/collect';
import { decodeCursor, encodeCursor, endpoint } from '../../../../platform/http/index.ts';
import { showImport } from '../show-import.ts';
import { importPage } from '../store/import-page.ts';
import { insertedOffset } from '../store/resolved-offset.ts';

export const listImportsEndpoint = endpoint(listImports, async ({ platform, actor, query }) => {
  const db = platform.postgres.db<unknown>();
  const limit = query.limit ?? 50;
  const before = query.cursor === undefined ? undefined : Number(decodeCursor(query.cursor, 1)[0]);
  const rows = await importPage(db, actor.scope, { before, state: query.state, limit: limit + 1 });
  const inserted = await insertedOffset(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    items: page.map((row) => showImport(row, inserted)),
    next: last && rows.length > limit ? encodeCursor([last.import_id]) : null,
  };
});
