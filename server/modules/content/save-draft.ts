import type { TemplateDraft } from '@siyu/contract/content';
import { sql } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import type { TemplateRow } from './store/template-row.ts';

/** Saves the next version of a template; what the draft leaves out stays as it was. The version in force does not change. */
export async function saveDraft(
  platform: Platform,
  template: TemplateRow,
  draft: TemplateDraft,
  savedBy: string,
): Promise<void> {
  if (template.archivedAt)
    throw problem('content.template_archived', { template: template.publicId });
  const at = platform.clock.now();
  await sql`
    with changed as (
      update content.template
      set name = ${draft.name ?? template.name}, category = ${draft.category ?? template.category},
        latest_version = latest_version + 1, changed_at = ${at}
      where template_id = ${template.templateId} returning template_id, latest_version
    )
    insert into content.template_version (template_id, version, subject, body, saved_at, saved_by)
    select template_id, latest_version, ${draft.subject ?? template.subject}, ${draft.body ?? template.body}, ${at}::timestamptz, ${savedBy}
    from changed`.execute(platform.postgres.db<unknown>());
}
