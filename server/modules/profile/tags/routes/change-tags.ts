import { archiveTag, computeTag, createTag, editTag, getTag } from '@siyu/contract/profile';
import { endpoint, problem } from '../../../../platform/http/index.ts';
import { recordAudit } from '../../../org/index.ts';
import { createTag as create } from '../create-tag.ts';
import { editTag as edit } from '../edit-tag.ts';
import { showTag } from '../show-tags.ts';
import { startComputing } from '../start-computing.ts';
import { archiveTagRow } from '../store/set-tag-state.ts';
import { tagByPublicId } from '../store/tag-by-public-id.ts';

export const read = endpoint(getTag, ({ platform, params }) => showTag(platform, params.tag));

export const make = endpoint(createTag, ({ platform, actor, body }) =>
  create(platform, actor, body),
);

export const change = endpoint(editTag, ({ platform, actor, params, body }) =>
  edit(platform, actor, params.tag, body),
);

export const archive = endpoint(archiveTag, async ({ platform, actor, params }) => {
  const tag = await tagByPublicId(platform.postgres.db<unknown>(), params.tag);
  await platform.postgres.transaction(async (tx) => {
    await archiveTagRow(tx, tag.tag_id, platform.clock.now());
    await recordAudit(platform, tx, { actor, action: 'profile.archive_tag', object: params.tag });
  });
  return showTag(platform, params.tag);
});

export const compute = endpoint(computeTag, async ({ platform, params }) => {
  const tag = await tagByPublicId(platform.postgres.db<unknown>(), params.tag);
  if (tag.state === 'archived') throw problem('profile.tag_archived', { tag: params.tag });
  if (tag.kind === 'manual') throw problem('profile.tag_is_manual', { tag: params.tag });
  await platform.postgres.transaction((tx) => startComputing(platform, tx, tag));
  return showTag(platform, params.tag);
});
