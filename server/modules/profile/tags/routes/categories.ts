import {
  createTagCategory,
  deleteTagCategory,
  editTagCategory,
  listTagCategories,
} from '@siyu/contract/profile';
import { publicId } from '../../../../platform/crypto/index.ts';
import { type Actor, endpoint, problem } from '../../../../platform/http/index.ts';
import type { Platform } from '../../../../platform/platform.ts';
import { recordAudit } from '../../../org/index.ts';
import { categoryByPublicId } from '../category-by-public-id.ts';
import { categoriesUnder, showCategory } from '../show-category.ts';
import { allCategories } from '../store/categories.ts';
import { changeCategory, insertCategory, removeCategory } from '../store/put-category.ts';

const audit = (platform: Platform, actor: Actor, object: string, detail: object) =>
  recordAudit(platform, null, {
    actor,
    action: 'profile.edit_tag_category',
    object,
    detail: { ...detail },
  });

export const list = endpoint(listTagCategories, async ({ platform }) => ({
  items: (await allCategories(platform.postgres.db<unknown>())).map(showCategory),
}));

export const create = endpoint(createTagCategory, async ({ platform, actor, body }) => {
  const db = platform.postgres.db<unknown>();
  const parent = body.parent === null ? null : await categoryByPublicId(db, body.parent);
  const category = publicId('tgc');
  const fields = {
    parent_id: parent?.category_id ?? null,
    name_zh: body.zh,
    name_en: body.en,
    position: body.position ?? 0,
  };
  await insertCategory(db, category, fields, platform.clock.now());
  await audit(platform, actor, category, body);
  return showCategory(await categoryByPublicId(db, category));
});

export const edit = endpoint(editTagCategory, async ({ platform, actor, params, body }) => {
  const db = platform.postgres.db<unknown>();
  const before = await categoryByPublicId(db, params.category);
  const parent = body.parent == null ? null : await categoryByPublicId(db, body.parent);
  const below = categoriesUnder(await allCategories(db), before.category_id);
  if (parent && below.includes(parent.category_id)) throw problem('profile.tag_category_circular');
  await changeCategory(db, before.category_id, {
    parent_id: body.parent === undefined ? before.parent_id : (parent?.category_id ?? null),
    name_zh: body.zh ?? before.name_zh,
    name_en: body.en ?? before.name_en,
    position: body.position ?? before.position,
  });
  await audit(platform, actor, params.category, body);
  return showCategory(await categoryByPublicId(db, params.category));
});

export const remove = endpoint(deleteTagCategory, async ({ platform, actor, params }) => {
  const db = platform.postgres.db<unknown>();
  const { category_id } = await categoryByPublicId(db, params.category);
  if (!(await removeCategory(db, category_id))) {
    throw problem('profile.tag_category_in_use', { category: params.category });
  }
  await audit(platform, actor, params.category, { removed: true });
  return { removed: true };
});
