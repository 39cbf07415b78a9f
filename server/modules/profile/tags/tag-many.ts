import type { Actor } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { startComputing } from './start-computing.ts';
import { assignTag, unassignTag } from './store/assignments.ts';
import type { TagRow } from './store/tag-row.ts';

const pieceSize = 5_000;

/**
 * Gives many people a value of a manual tag, or takes the tag from them (`value` null), piece by piece; running it again
 * changes nothing more. `done` hears how many people are through; when it answers false the rest is left as it is.
 */
export async function tagMany(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  tag: TagRow,
  people: AsyncIterable<readonly number[]>,
  value: string | null,
  done: (count: number) => Promise<boolean>,
): Promise<void> {
  const at = platform.clock.now();
  const days = tag.expires_after_days;
  const until = days === null ? null : new Date(at.getTime() + days * 86_400_000);
  let count = 0;
  for await (const ids of inPieces(people)) {
    await platform.postgres.transaction((tx) =>
      value === null
        ? unassignTag(tx, tag.tag_id, ids)
        : assignTag(tx, ids, { tagId: tag.tag_id, value, by: actor.id, at, until }),
    );
    count += ids.length;
    if (!(await done(count))) break;
  }
  await platform.postgres.transaction(async (tx) => {
    await startComputing(platform, tx, tag);
    await recordAudit(platform, tx, {
      actor,
      action: value === null ? 'profile.unassign_tag' : 'profile.assign_tag',
      object: tag.public_id,
      detail: { people: count, ...(value === null ? {} : { value }) },
    });
  });
}

async function* inPieces(people: AsyncIterable<readonly number[]>) {
  for await (const ids of people) {
    for (let start = 0; start < ids.length; start += pieceSize) {
      yield ids.slice(start, start + pieceSize);
    }
  }
}
