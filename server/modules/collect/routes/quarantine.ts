import { liveRoutes, type Message } from '@siyu/contract/collect';
import { sql } from 'kysely';
import { publicId } from '../../../platform/crypto/index.ts';
import {
  type Actor,
  decodeCursor,
  type Endpoint,
  encodeCursor,
  endpoint,
  problem,
} from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { accept } from '../accept.ts';
import { readCalls } from '../read-calls.ts';
import { type QuarantineRow, quarantinePage } from '../store/quarantine-page.ts';

const show = (row: QuarantineRow) => ({
  id: String(row.quarantine_id),
  source: row.source,
  reason: row.reason,
  detail: row.detail,
  event: row.event_name,
  receivedAt: row.received_at.toISOString(),
  state: row.state,
});

async function openRow(platform: Platform, actor: Actor, id: string): Promise<QuarantineRow> {
  const number = Number(id);
  const rows = Number.isSafeInteger(number)
    ? await quarantinePage(platform.postgres.db<unknown>(), {
        orgIds: actor.scope.orgIds,
        before: Number.MAX_SAFE_INTEGER,
        limit: 1,
        state: 'open',
        id: number,
      })
    : [];
  if (!rows[0]) throw problem('collect.quarantined_unknown', { id });
  return rows[0];
}

const rawOf = async (platform: Platform, row: QuarantineRow): Promise<unknown> =>
  JSON.parse((await platform.keys.open(row.key_id, row.body)).toString());

const list = endpoint(liveRoutes.listQuarantine, async ({ platform, actor, query }) => {
  const limit = query.limit ?? 50;
  const rows = await quarantinePage(platform.postgres.db<unknown>(), {
    orgIds: actor.scope.orgIds,
    before:
      query.cursor === undefined
        ? Number.MAX_SAFE_INTEGER
        : Number(decodeCursor(query.cursor, 1)[0]),
    limit,
    state: query.state ?? 'open',
    reason: query.reason,
  });
  const last = rows.at(-1);
  return {
    items: rows.map(show),
    next: last && rows.length === limit ? encodeCursor([last.quarantine_id]) : null,
  };
});

const showOne = endpoint(liveRoutes.showQuarantined, async ({ platform, actor, params, raw }) => {
  const row = await openRow(platform, actor, params.id);
  await recordAudit(platform, null, {
    actor,
    action: 'collect.see_quarantined',
    object: params.id,
    detail: { reason: row.reason },
    ip: raw.request.ip,
  });
  return { ...show(row), raw: await rawOf(platform, row) };
});

async function settle(
  platform: Platform,
  actor: Actor,
  row: QuarantineRow,
  state: 'replayed' | 'discarded',
  ip: string,
) {
  await sql`
    update collect.quarantine set state = ${state}, settled_at = ${platform.clock.now()}
    where quarantine_id = ${row.quarantine_id} and state = 'open'`.execute(
    platform.postgres.db<unknown>(),
  );
  await recordAudit(platform, null, {
    actor,
    action: state === 'replayed' ? 'collect.replay_quarantined' : 'collect.discard_quarantined',
    object: String(row.quarantine_id),
    detail: { reason: row.reason },
    ip,
  });
  return { state };
}

/** A replay is a new message, since the old one's id may be in the deduplication window; its time stays as stated. */
const replay = endpoint(
  liveRoutes.replayQuarantined,
  async ({ platform, actor, params, body, raw }) => {
    const row = await openRow(platform, actor, params.id);
    const call = (body?.mended ?? (await rawOf(platform, row))) as Record<string, unknown>;
    const messageId = publicId('msg');
    if (Array.isArray(call.identifiers)) {
      await accept(platform, {
        sourceId: row.source_id,
        messages: [{ ...(call as unknown as Message), messageId }],
      });
    } else {
      const type = typeof call.type === 'string' ? call.type : 'track';
      const receivedAt = platform.clock.now();
      await accept(platform, {
        sourceId: row.source_id,
        ...readCalls([{ raw: { ...call, messageId }, type }], { receivedAt, isHistory: true }),
      });
    }
    return settle(platform, actor, row, 'replayed', raw.request.ip);
  },
);

const discard = endpoint(liveRoutes.discardQuarantined, async ({ platform, actor, params, raw }) =>
  settle(platform, actor, await openRow(platform, actor, params.id), 'discarded', raw.request.ip),
);

export const quarantineEndpoints: readonly Endpoint[] = [list, showOne, replay, discard];
