import type { BothLanguages } from '@siyu/contract/segment';
import { num } from '@siyu/engine/clickhouse';
import { publicId } from '../../platform/crypto/index.ts';
import type { Actor } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { recordAudit } from '../org/index.ts';
import { putInForce, writeMembers } from './count-segment.ts';
import { insertSegment } from './store/put-segment.ts';
import { segmentInScope } from './store/segment-by-public-id.ts';
import type { SegmentRow } from './store/segment-row.ts';
import { nextVersion } from './store/versions.ts';

/** Literal ids of one statement stay below the engine's limit for the text of a query (256 KiB). */
const pieceSize = 15_000;

/** Saves people as a static segment that is counted at once. */
export async function writeList(
  platform: Platform,
  actor: Actor,
  list: {
    readonly name: string;
    readonly description: string;
    readonly origin: 'people' | 'identifiers';
    readonly sentence: BothLanguages;
    readonly personIds: readonly number[];
  },
): Promise<SegmentRow> {
  const { personIds, ...described } = list;
  const startedAt = performance.now();
  const at = platform.clock.now();
  const segment = publicId('seg');
  const segmentId = await platform.postgres.transaction(async (tx) => {
    const made = {
      ...described,
      public_id: segment,
      kind: 'static' as const,
      rule: null,
      refresh: 'off' as const,
      org_id: actor.scope.rootId,
      created_by: actor.id,
    };
    await recordAudit(platform, tx, {
      actor,
      action: 'segment.create_segment',
      object: segment,
      detail: { name: list.name, origin: list.origin, people: personIds.length },
    });
    return insertSegment(tx, made, at);
  });
  const version = await nextVersion(platform.postgres.db<unknown>());
  for (let start = 0; start < personIds.length; start += pieceSize) {
    const ids = personIds
      .slice(start, start + pieceSize)
      .map(num)
      .join(', ');
    await writeMembers(
      platform,
      segmentId,
      version,
      `SELECT toUInt32(arrayJoin([${ids}])) AS person`,
    );
  }
  await putInForce(platform, { segment_id: segmentId, version: 0 }, version, startedAt, at);
  return segmentInScope(platform.postgres.db<unknown>(), actor.scope, segment);
}
