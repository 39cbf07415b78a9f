import { valuesOf } from '@siyu/contract/profile';
import { type Actor, problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { startComputing } from './start-computing.ts';
import { assignTag, unassignTag } from './store/assignments.ts';
import { tagByPublicId } from './store/tag-by-public-id.ts';
import type { TagRow } from './store/tag-row.ts';

const dayMs = 86_400_000;

/** A tag that people may be given by hand. @throws profile.tag_unknown profile.tag_archived profile.tag_not_manual profile.tag_value_unknown */
export async function manualTag(
  platform: Platform,
  tag: string,
  value: string | null,
): Promise<TagRow> {
  const row = await tagByPublicId(platform.postgres.db<unknown>(), tag);
  if (row.state === 'archived') throw problem('profile.tag_archived', { tag });
  if (row.kind !== 'manual') throw problem('profile.tag_not_manual', { tag });
  const isKnown = value === null || valuesOf(row.definition)?.some((one) => one.value === value);
  if (!isKnown) throw problem('profile.tag_value_unknown', { tag, value });
  return row;
}

/** Gives people a value of a manual tag, or takes the tag from them (`value` null). Counts follow within seconds. */
export async function tagPeople(
  platform: Platform,
  actor: Pick<Actor, 'id' | 'scope'>,
  tag: TagRow,
  personIds: readonly number[],
  value: string | null,
  object?: string,
): Promise<void> {
  const at = platform.clock.now();
  const days = tag.expires_after_days;
  await platform.postgres.transaction(async (tx) => {
    if (value === null) await unassignTag(tx, tag.tag_id, personIds);
    else {
      const until = days === null ? null : new Date(at.getTime() + days * dayMs);
      await assignTag(tx, personIds, { tagId: tag.tag_id, value, by: actor.id, at, until });
    }
    await startComputing(platform, tx, tag);
    const action = value === null ? 'profile.unassign_tag' : 'profile.assign_tag';
    const detail = {
      tag: tag.public_id,
      people: personIds.length,
      ...(value === null ? {} : { value }),
    };
    await recordAudit(platform, tx, { actor, action, object: object ?? tag.public_id, detail });
  });
}
