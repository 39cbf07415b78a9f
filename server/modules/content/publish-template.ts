import { sql } from 'kysely';
import { problem } from '../../platform/http/index.ts';
import type { Platform } from '../../platform/platform.ts';
import { checkTemplate } from './check-template.ts';
import type { TemplateRow } from './store/template-row.ts';
import { templateVersion } from './store/template-version.ts';

/** Puts a version in force. Throws `content.template_invalid` with the first mistake while there is one. */
export async function publishTemplate(
  platform: Platform,
  template: TemplateRow,
  version = template.latestVersion,
): Promise<void> {
  if (template.archivedAt)
    throw problem('content.template_archived', { template: template.publicId });
  const db = platform.postgres.db<unknown>();
  const text = await templateVersion(db, template.templateId, version);
  if (!text) throw problem('content.version_unknown', { template: template.publicId, version });
  const mistake = checkTemplate(text).problems.find(({ severity }) => severity === 'error');
  if (mistake) {
    const { part, line, column, zh, en } = mistake;
    throw problem('content.template_invalid', { part, line, column, problem: { zh, en } });
  }
  const at = platform.clock.now();
  await sql`
    with published as (
      update content.template set published_version = ${version}, changed_at = ${at}
      where template_id = ${template.templateId} returning template_id
    )
    update content.template_version set published_at = coalesce(published_at, ${at})
    from published where template_version.template_id = published.template_id and version = ${version}`.execute(
    db,
  );
}
