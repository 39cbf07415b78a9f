import type { HeadCount } from '@siyu/contract/segment';
import { printRule } from '@siyu/engine/segment';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { scopeOf } from '../org/index.ts';
import { ruleMoment } from '../profile/index.ts';
import { sourcesInScope } from './rule-in-scope.ts';
import { segmentSource } from './segment-source.ts';
import { segmentsById } from './store/segment-by-public-id.ts';
import type { SegmentRow } from './store/segment-row.ts';

export interface Audience {
  readonly segment: SegmentRow;
  readonly version: number;
  readonly count: HeadCount;
  /** Members of the version in force who still exist, in rising order of person id, in pieces of about 65,000. */
  people(): AsyncIterable<readonly number[]>;
}

/** The segment of a number, archived ones too; undefined for an unknown one. */
export async function segmentById(
  platform: Platform,
  segmentId: number,
): Promise<SegmentRow | undefined> {
  return (await segmentsById(platform.postgres.db<unknown>(), [segmentId])).get(segmentId);
}

/** The members of a segment's version in force, for sending and for journeys. @throws segment.unknown segment.not_counted_yet */
export async function audienceOf(platform: Platform, segmentId: number): Promise<Audience> {
  const segment = await segmentById(platform, segmentId);
  if (!segment) throw problem('segment.unknown', { segment: String(segmentId) });
  if (segment.version === 0)
    throw problem('segment.not_counted_yet', { segment: segment.public_id });
  return {
    segment,
    version: segment.version,
    count: { known: segment.known ?? 0, anonymous: segment.anonymous ?? 0 },
    async *people() {
      const scope = await scopeOf(platform.postgres.db<unknown>(), segment.org_id);
      const rule = { kind: 'segment' as const, segment: segment.public_id };
      const sources = {
        ...(await sourcesInScope(platform, scope, [])),
        segment: () => segmentSource(segmentId, segment.version),
      };
      const { bitmap } = printRule(rule, sources, await ruleMoment(platform));
      const pieces = platform.clickhouse.stream<{ person: number }>({
        name: 'segment.audience',
        sql: `SELECT arrayJoin(arraySort(bitmapToArray(people))) AS person FROM (${bitmap})`,
        lane: 'heavy',
      });
      for await (const rows of pieces) yield rows.map(({ person }) => person);
    },
  };
}
