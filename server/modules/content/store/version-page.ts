import type { TemplateVersion } from '@siyu/contract/content';
import { type Kysely, sql } from 'kysely';

type Row = Omit<TemplateVersion, 'savedAt' | 'publishedAt'> & {
  readonly savedAt: Date;
  readonly publishedAt: Date | null;
};

/** Versions of a template below `before`, newest first. */
export async function versionPage(
  db: Kysely<unknown>,
  templateId: number,
  before: number,
  limit: number,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select version, subject, body, saved_at as "savedAt", saved_by as "savedBy", published_at as "publishedAt"
    from content.template_version where template_id = ${templateId} and version < ${before}
    order by version desc limit ${limit}`.execute(db);
  return rows;
}
