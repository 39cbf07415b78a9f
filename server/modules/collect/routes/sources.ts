import { sourceRoutes } from '@siyu/contract/collect';
import { sql } from 'kysely';
import {
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
  problem,
} from '../../../platform/http/index.ts';
import { nodeByCode, nodesById, recordAudit } from '../../org/index.ts';
import { createSource, rotateWriteKey } from '../sources.ts';
import { sourceByPublicId } from '../store/source-by-public-id.ts';
import { sourcePage } from '../store/source-page.ts';

const dayMs = 86_400_000;

const list = endpoint(sourceRoutes.listSources, async ({ platform, actor, query }) => {
  const db = platform.postgres.db<unknown>();
  const limit = query.limit ?? 50;
  const after = query.cursor === undefined ? 0 : Number(decodeCursor(query.cursor, 1)[0]);
  const since = new Date(platform.clock.now().getTime() - dayMs);
  const rows = await sourcePage(db, { orgIds: actor.scope.orgIds, after, limit, since });
  const nodes = await nodesById(
    db,
    rows.map((row) => row.org_id),
  );
  const last = rows.at(-1);
  return {
    items: rows.map((row) => {
      const node = nodes.get(row.org_id);
      return {
        id: row.public_id,
        kind: row.kind,
        channel: row.channel,
        name: row.name,
        node: { code: node?.code ?? '', nameZh: node?.name_zh ?? '', nameEn: node?.name_en ?? '' },
        writeKeyPrefix: row.write_key_prefix,
        createdAt: row.created_at.toISOString(),
        closedAt: row.closed_at?.toISOString() ?? null,
        accepted: row.accepted,
        duplicates: row.duplicates,
        quarantined: row.quarantined,
      };
    }),
    next: last && rows.length === limit ? encodeCursor([last.source_id]) : null,
  };
});

const create = endpoint(sourceRoutes.createSource, async ({ platform, actor, body, raw }) => {
  const db = platform.postgres.db<unknown>();
  const node = await nodeByCode(db, body.node);
  if (!node || !actor.scope.orgIds.includes(node.org_id))
    throw problem('collect.node_unknown', { node: body.node });
  const made = await createSource(db, { ...body, orgId: node.org_id }, platform.clock.now());
  await recordAudit(platform, null, {
    actor,
    action: 'collect.create_source',
    object: made.publicId,
    detail: { name: body.name, kind: body.kind, node: body.node },
    ip: raw.request.ip,
  });
  return { id: made.publicId, writeKey: made.writeKey };
});

const rotate = endpoint(sourceRoutes.rotateWriteKey, async ({ platform, actor, params, raw }) => {
  const db = platform.postgres.db<unknown>();
  await sourceByPublicId(db, actor.scope, params.source);
  const writeKey = await rotateWriteKey(db, params.source);
  if (writeKey === undefined) throw problem('collect.source_unknown', { source: params.source });
  await recordAudit(platform, null, {
    actor,
    action: 'collect.rotate_write_key',
    object: params.source,
    detail: {},
    ip: raw.request.ip,
  });
  return { writeKey };
});

const close = endpoint(sourceRoutes.closeSource, async ({ platform, actor, params, raw }) => {
  const db = platform.postgres.db<unknown>();
  const { sourceId } = await sourceByPublicId(db, actor.scope, params.source);
  const {
    rows: [closed],
  } = await sql<{ closed_at: Date }>`
    update collect.source set closed_at = coalesce(closed_at, ${platform.clock.now()})
    where source_id = ${sourceId} returning closed_at`.execute(db);
  await recordAudit(platform, null, {
    actor,
    action: 'collect.close_source',
    object: params.source,
    detail: {},
    ip: raw.request.ip,
  });
  if (!closed) throw problem('collect.source_unknown', { source: params.source });
  return { closedAt: closed.closed_at.toISOString() };
});

const volume = endpoint(sourceRoutes.sourceVolume, async ({ platform, actor, params, query }) => {
  const db = platform.postgres.db<unknown>();
  const { sourceId } = await sourceByPublicId(db, actor.scope, params.source);
  const since = new Date(platform.clock.now().getTime() - (query.hours ?? 24) * 3_600_000);
  const { rows } = await sql<{
    minute: Date;
    accepted: number;
    duplicates: number;
    quarantined: number;
  }>`
    select minute, accepted, duplicates, quarantined from collect.source_minute
    where source_id = ${sourceId} and minute >= ${since} order by minute`.execute(db);
  return { minutes: rows.map((row) => ({ ...row, minute: row.minute.toISOString() })) };
});

export const sourceEndpoints: readonly Endpoint[] = [list, create, rotate, close, volume];
