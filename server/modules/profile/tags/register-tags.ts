import { sql } from 'kysely';
import type { Platform } from '../../../platform/platform.ts';
import { computeDueTags } from './compute-due-tags.ts';
import { computeTag } from './compute-tag.ts';
import { computeJob } from './start-computing.ts';

const auditActions = {
  'profile.create_tag': { zh: '新建标签', en: 'Made a tag' },
  'profile.edit_tag': { zh: '修改标签', en: 'Changed a tag' },
  'profile.archive_tag': { zh: '归档标签', en: 'Archived a tag' },
  'profile.assign_tag': { zh: '打标签', en: 'Tagged people' },
  'profile.unassign_tag': { zh: '移除标签', en: 'Took a tag from people' },
  'profile.edit_tag_category': { zh: '修改标签分类', en: 'Changed the tag categories' },
};

/** Jobs, audit names and personal data of tags. */
export function registerTags({ jobs, registries }: Platform): void {
  for (const [action, names] of Object.entries(auditActions)) {
    registries.auditActions.set(action, names);
  }
  jobs.define(computeJob, (platform, payload, progress) =>
    computeTag(platform, String(payload.tag), progress),
  );
  jobs.define('profile.compute_due_tags', (platform) => computeDueTags(platform));
  jobs.schedule('profile.compute_due_tags', '3,18,33,48 * * * *');
  registries.personAssets.push({
    table: 'profile.tag_assignment',
    store: 'postgres',
    key: 'identity_id',
    erase: async ({ tx, identityIds }) => {
      await sql`delete from profile.tag_assignment where identity_id = any(${[...identityIds]}::bigint[])`.execute(
        tx,
      );
    },
    export: async ({ identityIds }, { postgres }) => {
      const { rows } = await sql<Record<string, unknown>>`
        select tag.name_zh as tag, assignment.value, assignment.assigned_at
        from profile.tag_assignment assignment join profile.tag using (tag_id)
        where identity_id = any(${[...identityIds]}::bigint[]) order by assigned_at`.execute(
        postgres.db<unknown>(),
      );
      return rows;
    },
  });
}
