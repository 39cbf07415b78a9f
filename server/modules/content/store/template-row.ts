import type { ChannelKind, MessageCategory } from '@siyu/contract/content';
import { sql } from 'kysely';

/** A template with its latest version, as lists and pages show it. */
export interface TemplateRow {
  readonly templateId: number;
  readonly publicId: string;
  readonly orgId: number;
  readonly name: string;
  readonly channel: ChannelKind;
  readonly category: MessageCategory;
  readonly latestVersion: number;
  readonly publishedVersion: number | null;
  readonly archivedAt: Date | null;
  readonly changedAt: Date;
  readonly subject: string;
  readonly body: string;
  readonly savedAt: Date;
  readonly savedBy: string;
  readonly publishedAt: Date | null;
}

/** Select list and joins behind a `TemplateRow`. */
export const templateRow = sql`
  select template.template_id as "templateId", public_id as "publicId", org_id as "orgId", name, channel, category,
    latest_version as "latestVersion", published_version as "publishedVersion", archived_at as "archivedAt",
    changed_at as "changedAt", subject, body, saved_at as "savedAt", saved_by as "savedBy", published_at as "publishedAt"
  from content.template
  join content.template_version latest on latest.template_id = template.template_id and version = latest_version`;
