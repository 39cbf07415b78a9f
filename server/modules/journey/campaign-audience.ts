import type { SegmentEntry } from '@siyu/contract/journey';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { peopleById } from '../identity/index.ts';
import { scopeOf } from '../org/index.ts';
import { audienceOf, countSegment, segmentsByPublicId } from '../segment/index.ts';

const piece = 5_000;

/**
 * The people of a campaign's segment who are in the scope of the node that sends, in rising order, some thousand at a time. A
 * segment that follows its rule is counted anew first, so that who is meant is who it holds now.
 * @throws segment.unknown segment.not_counted_yet
 */
export async function* campaignAudience(
  platform: Platform,
  { segment }: SegmentEntry,
  orgId: number,
): AsyncGenerator<readonly number[]> {
  const db = platform.postgres.db<unknown>();
  const row = (await segmentsByPublicId(db, [segment])).get(segment);
  if (!row) throw problem('segment.unknown', { segment });
  if (row.kind === 'refreshed') await countSegment(platform, row);
  const scope = await scopeOf(db, orgId);
  const audience = await audienceOf(platform, row.segment_id);
  for await (const people of audience.people()) {
    for (let from = 0; from < people.length; from += piece) {
      const some = people.slice(from, from + piece);
      if (scope.everything) yield some;
      else
        yield (await peopleById(db, scope, some))
          .map(({ person_id }) => person_id)
          .sort((a, b) => a - b);
    }
  }
}
