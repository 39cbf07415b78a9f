import { sql } from 'kysely';
import type { Platform } from '../../platform/platform.ts';
import type { TemplateRow } from './store/template-row.ts';

/** Takes a template out of use; doing it twice changes nothing. */
export async function archiveTemplate(platform: Platform, template: TemplateRow): Promise<void> {
  const at = platform.clock.now();
  await sql`
    update content.template set archived_at = ${at}, changed_at = ${at}
    where template_id = ${template.templateId} and archived_at is null`.execute(
    platform.postgres.db<unknown>(),
  );
}
