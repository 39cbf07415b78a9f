import { listAudit } from '@siyu/contract/org';
import { decodeCursor, encodeCursor, endpoint } from '../../../platform/http/index.ts';
import { actorNames } from '../store/actor-names.ts';
import { auditPage } from '../store/audit-page.ts';

export const listAuditEndpoint = endpoint(listAudit, async ({ platform, actor, query }) => {
  const { cursor, limit = 50, from, to, ...filter } = query;
  const db = platform.postgres.db();
  const rows = await auditPage(db, actor.scope, {
    ...filter,
    from: from === undefined ? undefined : new Date(from),
    to: to === undefined ? undefined : new Date(to),
    before: cursor ? Number(decodeCursor(cursor, 1)[0]) : undefined,
    limit: limit + 1,
  });
  const entries = rows.slice(0, limit);
  const names = await actorNames(
    db,
    entries.map((entry) => entry.actor),
  );
  const { auditActions } = platform.registries;
  const items = entries.map((entry) => ({
    id: entry.entry_id,
    at: entry.at.toISOString(),
    actor: entry.actor,
    actorName: names.get(entry.actor) ?? null,
    action: entry.action,
    actionZh: auditActions.get(entry.action)?.zh ?? entry.action,
    actionEn: auditActions.get(entry.action)?.en ?? entry.action,
    object: entry.object,
    detail: entry.detail,
    ip: entry.ip,
  }));
  const last = entries.at(-1);
  return { items, next: rows.length > limit && last ? encodeCursor([last.entry_id]) : null };
});
