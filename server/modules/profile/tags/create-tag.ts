import type { TagInput, TagView } from '@siyu/contract/profile';
import { publicId } from '../../../platform/crypto/index.ts';
import { type Actor, problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { categoryByPublicId } from './category-by-public-id.ts';
import { checkDefinition } from './check-definition.ts';
import { showTag } from './show-tags.ts';
import { startComputing } from './start-computing.ts';
import { insertTag } from './store/insert-tag.ts';
import { tagByPublicId } from './store/tag-by-public-id.ts';

/** Makes a tag and queues its first computation. */
export async function createTag(
  platform: Platform,
  actor: Actor,
  input: TagInput,
): Promise<TagView> {
  const db = platform.postgres.db<unknown>();
  await checkDefinition(platform, input.definition);
  const category = await categoryByPublicId(db, input.category);
  const tag = publicId('tag');
  await platform.postgres.transaction(async (tx) => {
    const isNew = await insertTag(
      tx,
      {
        public_id: tag,
        category_id: category.category_id,
        name_zh: input.zh,
        name_en: input.en,
        description: input.description ?? '',
        definition: input.definition,
        owner: input.owner ?? '',
        purpose: input.purpose ?? '',
        refresh: input.refresh ?? (input.definition.kind === 'manual' ? 'off' : 'daily'),
        expires_after_days: input.expiresAfterDays ?? null,
      },
      platform.clock.now(),
    );
    if (!isNew) throw problem('profile.tag_name_taken', { name: input.zh });
    await startComputing(platform, tx, await tagByPublicId(tx, tag));
    await recordAudit(platform, tx, {
      actor,
      action: 'profile.create_tag',
      object: tag,
      detail: { zh: input.zh, en: input.en },
    });
  });
  return showTag(platform, tag);
}
