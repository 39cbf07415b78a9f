import type { TagEdit, TagView } from '@siyu/contract/profile';
import { type Actor, problem } from '../../../platform/http/index.ts';
import type { Platform } from '../../../platform/platform.ts';
import { recordAudit } from '../../org/index.ts';
import { categoryByPublicId } from './category-by-public-id.ts';
import { checkDefinition } from './check-definition.ts';
import { showTag } from './show-tags.ts';
import { startComputing } from './start-computing.ts';
import { changeTagRow } from './store/change-tag-row.ts';
import { tagByPublicId } from './store/tag-by-public-id.ts';

/** Changes a tag; a changed definition is computed again. */
export async function editTag(
  platform: Platform,
  actor: Actor,
  publicId: string,
  edit: TagEdit,
): Promise<TagView> {
  const db = platform.postgres.db<unknown>();
  const before = await tagByPublicId(db, publicId);
  if (before.state === 'archived') throw problem('profile.tag_archived', { tag: publicId });
  if (edit.definition && edit.definition.kind !== before.kind) {
    throw problem('profile.tag_kind_fixed', { tag: publicId });
  }
  if (edit.definition) await checkDefinition(platform, edit.definition);
  const category = await categoryByPublicId(db, edit.category ?? before.category);
  await platform.postgres.transaction(async (tx) => {
    const isDone = await changeTagRow(
      tx,
      before.tag_id,
      {
        category_id: category.category_id,
        name_zh: edit.zh ?? before.name_zh,
        name_en: edit.en ?? before.name_en,
        description: edit.description ?? before.description,
        definition: edit.definition ?? before.definition,
        owner: edit.owner ?? before.owner,
        purpose: edit.purpose ?? before.purpose,
        refresh: edit.refresh ?? before.refresh,
        expires_after_days:
          edit.expiresAfterDays === undefined ? before.expires_after_days : edit.expiresAfterDays,
      },
      platform.clock.now(),
    );
    if (!isDone) throw problem('profile.tag_name_taken', { name: edit.zh ?? before.name_zh });
    if (edit.definition) await startComputing(platform, tx, before);
    await recordAudit(platform, tx, {
      actor,
      action: 'profile.edit_tag',
      object: publicId,
      detail: { ...edit },
    });
  });
  return showTag(platform, publicId);
}
